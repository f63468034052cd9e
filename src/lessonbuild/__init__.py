"""lessonbuild: one YAML file of a training lesson becomes everything that a session needs."""

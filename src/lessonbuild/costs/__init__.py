"""Numbers: every `{{ value }}` of a lesson is filled from its figures and sources."""

from lessonbuild.costs.settle import settle

__all__ = ["settle"]

"""YAML in, Lesson and Brand out. Whatever is wrong is said at once, with file, line and column."""

from lessonbuild.reading.brand import brand_folder, brand_names, read_brand
from lessonbuild.reading.lesson import read_lesson

__all__ = ["brand_folder", "brand_names", "read_brand", "read_lesson"]

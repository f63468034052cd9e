"""The further verb that reads learners' files back: nothing in them may be for the facilitator alone."""

from lessonbuild.leaks.leaks import leaks

__all__ = ["leaks"]

"""Values in texts: `book` finds them, `filters` show them in the lesson's language, `references` reads `{{ ... }}`."""

from lessonbuild.costs.values.book import Book, ValueProblem
from lessonbuild.costs.values.references import filled

__all__ = ["Book", "ValueProblem", "filled"]

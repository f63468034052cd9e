"""Every figure of a scenario by its name: what was spent in May, what an event cost, what would have been saved.

`facts` resolves a name; the other modules each hold one family of figures.
"""

from lessonbuild.costs.facts.facts import Facts, UnknownFactError, Value

__all__ = ["Facts", "UnknownFactError", "Value"]

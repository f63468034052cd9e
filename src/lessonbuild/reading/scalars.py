"""What an unquoted YAML value means: YAML 1.2 core, so that `no`, `1:30`, `2025-10` and `012` are text."""

import math
import re

_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_FIXED: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
}


def scalar(written: str) -> str | int | float | bool | None:
    """The value of a plain scalar. A number too large to count with stays text."""
    if written in _FIXED:
        return _FIXED[written]
    if _WHOLE.fullmatch(written):
        return int(written)
    if _DECIMAL.fullmatch(written) and math.isfinite(number := float(written)):
        return number
    return written

"""What is shown to whom: no group under 5, nothing from peers handed back under 3, nothing that names somebody."""

import re
from collections.abc import Mapping

from lessonbuild.collecting.people import folded

GROUP = 5  # answers: a group with fewer is not shown by itself
RATERS = 3  # people: of fewer, each could tell what the others wrote

_ADDRESS = re.compile(r"\S@\S|\+?[0-9][0-9 ()/.-]{6,}[0-9]|(?<!\w)@\w{2,}")


def shown_groups(counts: Mapping[str, int]) -> frozenset[str]:
    """The groups that may be shown beside each other.

    Of fewer than GROUP, a group is held back; and as long as what is held back is one group alone, or fewer than GROUP
    together, the next smallest too: else the difference from the whole would tell.
    """
    order = sorted((name for name, count in counts.items() if count), key=lambda name: (counts[name], name))
    held = [name for name in order if counts[name] < GROUP]
    shown = order[len(held) :]
    while held and shown and (len(held) == 1 or sum(counts[name] for name in held) < GROUP):
        held.append(shown.pop(0))
    return frozenset(shown)


def may_identify(comment: str, names: frozenset[str]) -> bool:
    """Whether a comment holds the name of somebody who signed a form, an address or a telephone number."""
    said = f" {folded(comment)} "
    return bool(_ADDRESS.search(comment)) or any(f" {name} " in said for name in names)

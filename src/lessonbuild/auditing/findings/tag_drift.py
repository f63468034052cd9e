"""tag-drift: one thing tagged under several keys, so that no report by one of them is complete.

Fires where keys differ only in case, blanks, marks, a plural or a usual abbreviation, or in a letter or two of a
long word (similarity of 0.9 or more; ours), and on those that the reader took for one already. Digits must agree:
"zone1" and "zone2" are two things.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher

from lessonbuild.auditing.findings.subject import Subject
from lessonbuild.auditing.findings.symptom import Basis, Certainty, Evidence, Symptom, Values
from lessonbuild.model.spending import Doubt, TagKey

CODE = "tag-drift"
_ALIKE = 0.9
_MERGED = "tag-key-drift"  # the doubt of the reader about a key that it counted under another
_SHORT = {
    "app": "application", "cc": "costcenter", "costcentre": "costcenter", "dept": "department", "env": "environment",
    "org": "organization", "organisation": "organization", "prj": "project", "proj": "project", "svc": "service",
    "costdepartment": "costcenter",
}  # fmt: skip


def symptoms(subject: Subject) -> Iterator[Symptom]:
    """One for each key with others beside it; the amount is what stands under those that the reader kept apart."""
    tags = sorted(subject.export.tags, key=lambda tag: (-tag.effective, tag.key))
    for main, *others in _groups(tags):
        merged = [doubt for doubt in subject.export.doubts if doubt.code == _MERGED and doubt.repaired == main.key]
        if others or merged:
            yield _symptom(main, others, merged)


def _symptom(main: TagKey, others: list[TagKey], merged: list[Doubt]) -> Symptom:
    rows = {doubt.shown: doubt.rows for doubt in merged} | {tag.key: tag.rows for tag in others}
    amount = sum((tag.effective for tag in others), Decimal(0)) if others else None
    values: Values = {
        "key": _quoted(main.key),
        "others": ", ".join(map(_quoted, rows)),
        "count": len(rows) + 1,
        "rows": sum(rows.values()),
    }
    evidence = [Evidence(_quoted(doubt.shown), f"{doubt.rows:,}", None) for doubt in merged]
    evidence += [Evidence(_quoted(tag.key), f"{tag.rows:,}", tag.effective) for tag in others]
    return Symptom(CODE, values, amount, Basis.EFFECTIVE, Certainty.INDICATED, tuple(evidence))


def _quoted(key: str) -> str:
    """With its blanks in sight."""
    return f"“{key}”"


def _groups(tags: list[TagKey]) -> list[list[TagKey]]:
    groups: list[list[TagKey]] = []
    for tag in tags:
        home = next((group for group in groups if _same(group[0].key, tag.key)), None)
        if home is None:
            groups.append([tag])
        else:
            home.append(tag)
    return groups


def _same(one: str, other: str) -> bool:
    a, b = _plain(one), _plain(other)
    if a == b:
        return bool(a)
    digits = re.findall(r"\d+", a) == re.findall(r"\d+", b)
    return digits and SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE


def _plain(key: str) -> str:
    """The bare word: "user:Cost-Centers" as "costcenter"."""
    word = re.sub(r"[\W_]", "", key.casefold().removeprefix("user:"))
    word = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    return _SHORT.get(word, word)

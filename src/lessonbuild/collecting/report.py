"""What became of each file, for the command line: in the words of the sheets, in English."""

from collections.abc import Iterator

from lessonbuild.collecting.results import Results
from lessonbuild.collecting.showing import oddities, reason
from lessonbuild.words import words


def lines(results: Results) -> Iterator[str]:
    """A line a file, and one under it for each gap and remark."""
    w, entries = words("en"), {entry.answers.source: entry for entry in results.entries}
    for each in results.outcomes:
        if each.refused:
            said = w("collect.line.refused", reason=reason(each.refused, w), code=each.refused.code)
            yield f"{each.name}: {said}"
            continue
        entry = entries[each.name]
        about = entry.team or (w("collect.nobody").lower() if entry.answers.form.team else "")
        yield f"{each.name}: {each.form}{f', {about}' if about else ''}"
        yield from (f"    {said}" for said in oddities(entry.answers, w))


def summary(results: Results) -> str:
    """How many of how many files."""
    read, whole = len(results.entries), len(results.outcomes)
    return words("en")("collect.line.summary", read=read, whole=whole)

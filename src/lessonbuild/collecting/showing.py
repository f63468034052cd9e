"""How results are shown: numbers as exact as they deserve, remarks in words."""

from collections.abc import Iterable, Mapping, Sequence

from lessonbuild.collecting.agreement import Agreement
from lessonbuild.collecting.answers import Answer, Answers, Remark
from lessonbuild.collecting.filled import Refused
from lessonbuild.collecting.forms import Kind, Question
from lessonbuild.words import Words

_LONGEST = 60  # characters of a question in a list of them
_MINUS = "\u2212"


def number(value: float | None, decimals: int = 1) -> str:
    """With a real minus; an en dash where there is none."""
    return "–" if value is None else f"{value:.{decimals}f}".replace("-", _MINUS)


def points(value: float) -> str:
    """Points without needless zeros."""
    return f"{round(value, 2):g}"


def alpha(agreement: Agreement, w: Words) -> str:
    """Alpha with the units that it rests on."""
    if agreement.alpha is None:
        return w("collect.sheets.no-alpha", units=agreement.units)
    return w("collect.sheets.alpha", alpha=number(agreement.alpha, 2), units=agreement.units)


def reason(refused: Refused, w: Words) -> str:
    """Why a file is not collected."""
    return w(f"collect.refused.{refused.code}", **refused.values)


def remark(made: Remark, w: Words) -> str:
    """What is odd about a form that was collected."""
    return w(f"collect.remarks.{made.code}", **dict(made.values))


def oddities(answers: Answers, w: Words) -> list[str]:
    """Gaps and remarks of a form, a sentence each."""
    gaps = "; ".join(_short(question.asked) for question in answers.gaps)
    said = [w("collect.sheets.gap", count=len(answers.gaps), questions=gaps)] if gaps else []
    return [*said, *(remark(each, w) for each in answers.remarks)]


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def listed(names: Sequence[str], w: Words) -> str:
    """ "A", "A and B", "A, B and C"."""
    return w("collect.and", first=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else "".join(names)


def highest(means: Iterable[tuple[str, float]], decimals: int = 1) -> tuple[list[str], float]:
    """Who shares the highest mean, as it is shown, and that mean; nobody of nothing."""
    rounded = [(name, round(mean, decimals)) for name, mean in means]
    top = max((mean for _, mean in rounded), default=0.0)
    return [name for name, mean in rounded if mean == top], top


def in_words(question: Question, answer: Answer) -> str:
    """An answer as the form words it."""
    match question.kind:
        case Kind.RATING | Kind.CHOICE if isinstance(answer, int):
            return question.options[answer - 1]
        case Kind.NUMBER if isinstance(answer, float):
            return points(answer)
        case Kind.TICK:
            return "✓"
        case _:
            return str(answer)


def ends(questions: tuple[Question, ...]) -> Mapping[str, object]:
    """The words for a scale's lowest and highest level, and how many there are."""
    options = questions[0].options
    return {"lowest": options[0], "highest": options[-1], "count": len(options)}

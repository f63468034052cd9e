"""The answer key, for the facilitator alone: findings, answers, misconceptions, scoring."""

from collections.abc import Iterator

from lessonbuild.documents.exhibits import exhibit
from lessonbuild.documents.naming import document_title
from lessonbuild.documents.publication import document, words_of
from lessonbuild.markdown import line, prose
from lessonbuild.model.answer_key import Answer, AnswerKey, Finding
from lessonbuild.model.blocks import Named, terms_run_in
from lessonbuild.model.document import Audience, Block, Document, Paragraph, Role, Section, Table
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import Run, Style, strong, text
from lessonbuild.words import Words

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def answer_key(lesson: Lesson) -> tuple[Document, ...]:
    """One key, where the lesson has an `answer-key` or a quiz."""
    sections = tuple(_sections(lesson, words_of(lesson)))
    return (document(lesson, "answer-key", Audience.FACILITATOR, sections),) if sections else ()


def _sections(lesson: Lesson, w: Words) -> Iterator[Section]:
    key, letters = lesson.answer_key, iter(LETTERS)  # its exhibits have letters: numbers are those of the cases
    if key:
        yield Section(text(w("key.use")), prose(key.intro), place=key.place)
        yield from _findings(key, w)
        yield from _cases(lesson, key, w)
        yield from _worksheets(lesson, key, letters, w)
    yield from _quiz(lesson, w)
    if key and key.misconceptions:
        yield Section(text(w("key.misconceptions")), (_misconceptions(key, w),))
    if key and key.scoring:
        scoring = _answer(lesson, key.scoring, letters, w)
        yield Section(text(w("key.scoring")), scoring, place=key.scoring.place, closed=True)


def _findings(key: AnswerKey, w: Words) -> Iterator[Section]:
    if key.findings:
        head = tuple(text(word) for word in w.list("key.findings-head"))
        rows = tuple((strong(line(f.title)), line(f.amount), line(f.finds)) for f in key.findings)
        overview = Table(head, rows, w("key.findings-description"), widths=(5, 11, 6))
        yield Section(text(w("key.findings")), (overview,))
    for number, finding in enumerate(key.findings, 1):
        title = (Run(f"{number}. "), *line(finding.title))
        yield Section(title, (*prose(finding.truth), _facts(finding, w)), place=finding.place, level=2)
    if key.traps:
        blocks: list[Block] = []
        for trap in key.traps:
            blocks += [Paragraph(strong(line(trap.title)), Role.LABEL), *prose(trap.text)]
        yield Section(text(w("key.traps")), tuple(blocks))


def _facts(finding: Finding, w: Words) -> Paragraph:
    said = {"evidence": finding.evidence, "owner": finding.owner, "fix": finding.fix}
    return Paragraph(terms_run_in(tuple(Named(text(w(f"key.{name}")), line(value)) for name, value in said.items())))


def _cases(lesson: Lesson, key: AnswerKey, w: Words) -> Iterator[Section]:
    """Each question of a case with its answer under it."""
    for name, answers in key.cases.items():
        blocks: list[Block] = []
        for number, (question, answer) in enumerate(zip(lesson.cases[name].questions, answers, strict=True), 1):
            blocks += [Paragraph((Run(f"{number}. "), *line(question)), Role.LABEL), *prose(answer)]
        title = document_title(lesson, f"case-study-{name}", w)
        yield Section(text(title), tuple(blocks), place=lesson.cases[name].place)


def _worksheets(lesson: Lesson, key: AnswerKey, letters: Iterator[str], w: Words) -> Iterator[Section]:
    for first, (name, answer) in zip([True] + [False] * len(key.worksheets), key.worksheets.items(), strict=False):
        if first:
            yield Section(text(w("documents.worksheets")), ())
        title = line(lesson.worksheets[name].title)
        yield Section(title, _answer(lesson, answer, letters, w), place=answer.place, level=2, closed=True)


def _answer(lesson: Lesson, answer: Answer, letters: Iterator[str], w: Words) -> tuple[Block, ...]:
    blocks: list[Block] = list(prose(answer.text))
    for name in answer.exhibits:
        blocks += exhibit(lesson, name, w, next(letters))
    return tuple(blocks)


def _quiz(lesson: Lesson, w: Words) -> Iterator[Section]:
    """The right option of each question, in words, and why."""
    if not lesson.quiz:
        return
    rows = tuple(
        (
            text(w("handout.answer", number=number, letter=LETTERS[question.answer - 1]), Style.STRONG),
            line(question.options[question.answer - 1]),
            line(question.why),
        )
        for number, question in enumerate(lesson.quiz, 1)
    )
    head = tuple(text(word) for word in w.list("key.quiz-head"))
    yield Section(text(w("key.quiz")), (Table(head, rows, w("key.quiz"), widths=(2, 7, 14)),))


def _misconceptions(key: AnswerKey, w: Words) -> Table:
    """What is said, and what helps."""
    rows = tuple(((Run("“"), *line(m.belief), Run("”")), line(m.reply)) for m in key.misconceptions)
    head = tuple(text(word) for word in w.list("key.misconceptions-head"))
    return Table(head, rows, w("key.misconceptions"), widths=(7, 16))

"""The learner's handout: what to keep, to write in, and to come back to."""

from collections.abc import Iterator

from lessonbuild.documents.exhibits import exhibit
from lessonbuild.documents.points import objectives, point_section
from lessonbuild.documents.publication import document, words_of
from lessonbuild.documents.slide_blocks import formula
from lessonbuild.markdown import line, prose
from lessonbuild.model.blocks import AnswerLines, Callout, ChoiceField, Named, Terms, TextField, Tone
from lessonbuild.model.document import Audience, Block, BulletList, Document, NumberedList, Paragraph, Role, Section
from lessonbuild.model.lesson import Learners, Lesson, Note, Resource
from lessonbuild.model.text import Run, Style, Text, strong, text
from lessonbuild.words import Words

LETTERS = "ABCDEF"


def handout(lesson: Lesson) -> tuple[Document, ...]:
    """One handout a lesson, where the lesson has a `handout`."""
    if not lesson.handout:
        return ()
    w = words_of(lesson)
    sections = (
        *_opening(lesson, w),
        *_notes(lesson, w),
        *_formulas(lesson, w),
        *_audiences(lesson, w),
        *_quiz(lesson, w),
        *_reflection(lesson, w),
        *_further(lesson, w),
    )
    return (document(lesson, "handout", Audience.LEARNER, sections, contents=True),)


def _opening(lesson: Lesson, w: Words) -> Iterator[Section]:
    welcome = prose(lesson.handout.welcome) if lesson.handout else ()
    yield Section(text(w("handout.welcome")), (*welcome, TextField("my-question", text(w("handout.today")), 3)))
    goals: list[Block] = [NumberedList(objectives(lesson, w, enabling=False))]
    if enabling := objectives(lesson, w, enabling=True):
        goals += [Paragraph(text(w("guide.enabling")), Role.LABEL), BulletList(enabling)]
    yield Section(text(w("handout.objectives")), tuple(goals))
    if lesson.concepts:
        yield Section(text(w("handout.concepts")), _concepts(lesson, w))


def _concepts(lesson: Lesson, w: Words) -> tuple[Block, ...]:
    found: list[Block] = []
    for concept in lesson.concepts.values():
        found.append(Terms((Named(line(concept.term), line(concept.means)),)))
        if concept.example:
            label = Run(f"{w('handout.example')}: ", Style.EMPHASIS)
            found.append(Paragraph((label, *line(concept.example)), Role.SOURCE))
    return tuple(found)


def _notes(lesson: Lesson, w: Words) -> Iterator[Section]:
    """The guided notes, phase by phase."""
    notes = lesson.handout.notes if lesson.handout else []
    for phase in lesson.phases:
        own = [note for note in notes if note.phase == phase.phase]
        for first, note in zip([True] + [False] * len(own), own, strict=False):
            if first:
                name = w(f"phases.{phase.phase}")
                lead = (Paragraph(line(phase.learners), Role.LEAD),)
                yield Section(text(w("handout.notes", name=name)), lead, place=phase.place)
            yield Section(line(note.title), _note(lesson, note, w), place=note.place, level=2)


def _note(lesson: Lesson, note: Note, w: Words) -> tuple[Block, ...]:
    blocks: list[Block] = list(prose(note.text))
    for name in note.exhibits:
        blocks += exhibit(lesson, name, w)
    blocks += [formula(lesson.formulas[name], w) for name in note.formulas]
    if note.prompt:
        blocks.append(TextField(f"note-{_slug(note)}", line(note.prompt), note.lines or 3))
    elif note.lines:
        blocks.append(AnswerLines(note.lines))
    return tuple(blocks)


def _slug(note: Note) -> str:
    """A stable id for the field: the title's letters and digits."""
    return "-".join("".join(c if c.isalnum() else " " for c in note.title.lower()).split())


def _formulas(lesson: Lesson, w: Words) -> Iterator[Section]:
    """The formulas that no note has shown."""
    notes = lesson.handout.notes if lesson.handout else []
    used = {name for note in notes for name in note.formulas}
    rest = tuple(formula(data, w) for name, data in lesson.formulas.items() if name not in used)
    if rest:
        yield Section(text(w("handout.formulas")), rest)


def _audiences(lesson: Lesson, w: Words) -> Iterator[Section]:
    """A page for each audience: where it starts, what it reads first, how it goes further."""
    every = {resource.id: resource for group in lesson.resources for resource in group.items}
    for audience in lesson.differentiation.values():
        yield Section(line(audience.name), _audience(audience, every, w), starts_page=True, place=audience.place)


def _audience(audience: Learners, every: dict[str, Resource], w: Words) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(line(audience.strategy), Role.LEAD)]
    blocks += [Paragraph(text(w("handout.start")), Role.LABEL), *prose(audience.entry)]
    blocks += prose(audience.page) if audience.page else ()
    if audience.read_first:
        named = tuple(_reference(every[name]) for name in audience.read_first)
        blocks += [Paragraph(text(w("handout.read-first")), Role.LABEL), BulletList(named)]
    blocks.append(Callout(text(w("handout.stretch")), prose(audience.stretch), Tone.KEY))
    return tuple(blocks)


def _reference(resource: Resource) -> Text:
    """Author, title, year, place: enough to find it."""
    year = f" ({resource.year})" if resource.year else ""
    return (*strong(line(resource.title)), Run(". "), *line(resource.by), Run(f"{year}. "), *line(resource.where))


def _quiz(lesson: Lesson, w: Words) -> Iterator[Section]:
    """The questions; the answers stand in the facilitator's key."""
    if not lesson.quiz:
        return
    asked: list[Block] = [Paragraph(text(w("handout.quiz-answers")))]
    for number, question in enumerate(lesson.quiz, 1):
        options = tuple((Run(f"{LETTERS[i]}  ", Style.STRONG), *line(o)) for i, o in enumerate(question.options))
        asked.append(ChoiceField(f"quiz-{number}", (Run(f"{number}. "), *line(question.question)), options))
    yield Section(text(w("handout.quiz")), tuple(asked), starts_page=True)


def _reflection(lesson: Lesson, w: Words) -> Iterator[Section]:
    if not lesson.reflection:
        return
    fields = tuple(
        TextField(f"reflection-{n}", line(question), 3) for n, question in enumerate(lesson.reflection.learners, 1)
    )
    yield Section(text(w("handout.reflection")), fields)
    if paper := lesson.reflection.paper:
        facts = Paragraph(text(w("handout.paper-facts", words=paper.words, due=paper.due)))
        where = Paragraph(text(w("handout.paper-where", title=w("documents.reflection-paper"))))
        yield Section(text(w("handout.paper")), (facts, where), level=2)


def _further(lesson: Lesson, w: Words) -> Iterator[Section]:
    """Extensions, resources by level, glossary."""
    yield from point_section(w("handout.next"), lesson.extensions)
    if lesson.resources:
        yield Section(text(w("handout.resources")), tuple(_resources(lesson, w)))
    if lesson.glossary:
        terms = Terms(tuple(Named(line(term), line(means)) for term, means in lesson.glossary.items()))
        yield Section(text(w("handout.glossary")), (terms,))


def _resources(lesson: Lesson, w: Words) -> Iterator[Block]:
    for group in lesson.resources:
        yield Paragraph(strong(line(group.title)), Role.LABEL)
        for level in w.names("expertise"):
            items = [resource for resource in group.items if resource.level == level]
            yield from (_resource(resource, w) for resource in items)


def _resource(resource: Resource, w: Words) -> Paragraph:
    level = Run(f" {w(f'expertise.{resource.level}')}.", Style.EMPHASIS)
    return Paragraph((*_reference(resource), Run("."), level, Run(" "), *line(resource.text)))

"""Discussion cards: the polls and questions of the slides, and further prompts. One idea a card, to cut out."""

from collections.abc import Iterator

from lessonbuild.documents.publication import document, words_of
from lessonbuild.markdown import line
from lessonbuild.model.blocks import CutCard, CutCards
from lessonbuild.model.document import Audience, BulletList, Document, Paragraph, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.phase import Phase
from lessonbuild.model.slide import PollSlide, QuestionSlide
from lessonbuild.model.text import Run, Style, text
from lessonbuild.words import Words

LETTERS = "ABCDEFGHIJ"


def discussion_cards(lesson: Lesson) -> tuple[Document, ...]:
    """All cards in the order of the phases, where there are any."""
    w = words_of(lesson)
    cards = tuple(card for phase in lesson.phases for card in _of(lesson, phase, w))
    if not cards:
        return ()
    block = CutCards(cards, 2, 2, w("cards.description", count=len(cards)))
    title = text(w("documents.discussion-cards"))
    return (document(lesson, "discussion-cards", Audience.LEARNER, (Section(title, (block,)),)),)


def _of(lesson: Lesson, phase: Phase, w: Words) -> Iterator[CutCard]:
    name = w(f"phases.{phase.phase}")
    for slide in phase.slides:
        match slide:
            case PollSlide():
                options = tuple(
                    (Run(f"{letter}  ", Style.STRONG), *line(option))
                    for letter, option in zip(LETTERS, slide.options, strict=False)
                )
                blocks = tuple(Paragraph(option) for option in options)
                yield CutCard(text(f"{name} · {w('cards.poll')}"), line(slide.title), blocks)
            case QuestionSlide():
                prompts = BulletList(tuple(line(prompt) for prompt in slide.prompts))
                yield CutCard(text(f"{name} · {w('cards.question')}"), line(slide.title), (prompts,))
    for card in lesson.discussion:
        if card.phase == phase.phase:
            hint = (Paragraph(line(card.hint)),) if card.hint else ()
            yield CutCard(text(f"{name} · {w('cards.prompt')}"), line(card.question), hint)

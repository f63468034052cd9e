"""Role cards: what each member of a cross-functional team wants, knows alone, and asks. To cut out."""

from lessonbuild.documents.publication import document, words_of
from lessonbuild.markdown import line
from lessonbuild.model.blocks import CutCard, CutCards
from lessonbuild.model.document import Audience, Block, BulletList, Document, Paragraph, Role, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.project import TeamRole
from lessonbuild.model.text import Text, text
from lessonbuild.words import Words


def role_cards(lesson: Lesson) -> tuple[Document, ...]:
    """A card a role, two on a page, where the lesson has `roles`."""
    if not lesson.roles:
        return ()
    w, count = words_of(lesson), len(lesson.roles)
    cards = tuple(
        CutCard(_over(role, w("cards.role", number=number, count=count)), line(role.name), _blocks(role, w))
        for number, role in enumerate(lesson.roles.values(), 1)
    )
    block = CutCards(cards, 1, 2, w("cards.description", count=count))
    title = text(w("documents.role-cards"))
    return (document(lesson, "role-cards", Audience.LEARNER, (Section(title, (block,)),)),)


def _over(role: TeamRole, number: str) -> Text:
    return (*text(number), *((*text(" · "), *line(role.person)) if role.person else ()))


def _blocks(role: TeamRole, w: Words) -> tuple[Block, ...]:
    found: list[Block] = []
    for name, items in (("goals", role.goals), ("knows", role.knows), ("asks", role.asks)):
        found.append(Paragraph(text(w(f"cards.{name}")), Role.LABEL))
        found.append(BulletList(tuple(line(item) for item in items)))
    return tuple(found)

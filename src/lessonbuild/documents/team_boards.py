"""Frames for teams that write together on a screen: a slide a team for each worksheet that is meant for it."""

from lessonbuild.documents.grids import screen_blocks
from lessonbuild.documents.publication import document, words_of
from lessonbuild.documents.teams import team_sizes
from lessonbuild.markdown import line, prose
from lessonbuild.model.document import Audience, Document, Section
from lessonbuild.model.lesson import Lesson
from lessonbuild.model.text import text


def team_boards(lesson: Lesson) -> tuple[Document, ...]:
    """One deck, in sections by worksheet; none where no worksheet is a board."""
    w = words_of(lesson)
    sections = tuple(
        Section(
            (*text(w("board.title", team=team)), *line(sheet.title)),
            screen_blocks(lesson, name),
            prose(sheet.intro) if sheet.intro else (),
            sheet.place,
            group=sheet.title,
        )
        for name, sheet in lesson.worksheets.items()
        if sheet.board
        for team in range(1, len(team_sizes(lesson)) + 1)
    )
    return (document(lesson, "team-boards", Audience.LEARNER, sections),) if sections else ()

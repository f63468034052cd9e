"""Decides, purely, what goes on which slide: every section's layout, its text with sizes, and where it continues."""

from collections.abc import Sequence
from dataclasses import dataclass

from lessonbuild.model import blocks as b
from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Document, Section
from lessonbuild.model.text import plain, text
from lessonbuild.problems import Problem, Severity
from lessonbuild.words import words
from lessonbuild.writers.pptx import fit, openings, tasks
from lessonbuild.writers.pptx.chunks import Chunk, chunks, untitled
from lessonbuild.writers.pptx.day import Day, day, rail
from lessonbuild.writers.pptx.ends import parted, tidied
from lessonbuild.writers.pptx.layouts import FOOTER, PANEL, layout
from lessonbuild.writers.pptx.notes import notes_paras
from lessonbuild.writers.pptx.pieces import Para, Piece, Scene, Slide, Words
from lessonbuild.writers.pptx.scenes import composed, flow, sources, with_foot

_TASK = "Activity with timer"


@dataclass(frozen=True, slots=True)
class Deck:
    """Every slide decided, with what could not be honoured."""

    slides: tuple[Slide, ...]
    problems: tuple[Problem, ...]


def deck(document: Document, brand: Brand) -> Deck:
    """The whole deck; a slide that continues keeps its notes, for the facilitator has not finished speaking."""
    phases = day(document)
    slides: list[Slide] = []
    problems: list[Problem] = []
    for section in document.sections:
        made = scenes(section, phases, brand)
        notes, long = notes_paras(section, brand)
        problems += [*long, *_continued(section, made)]
        for number, scene in enumerate(made, 1):
            part = words(document.language)("continued", part=number, parts=len(made)) if number > 1 else ""
            title, warned = _title(section, scene, part, brand)
            problems += [] if part else warned
            title = parted(title, layout(scene.layout).title.box.w, brand, scene.layout == "Section")
            pieces = tuple(tidied(piece, brand) for piece in _railed(scene, section, phases))
            footer = _footer(brand.footer or document.lesson, section.group, scene, brand)
            slides.append(Slide(scene.layout, title, pieces, notes, section.group, footer))
    return Deck(tuple(slides), tuple(problems))


def scenes(section: Section, phases: Day, brand: Brand) -> list[Scene]:
    """The section as one slide, or as many as it takes."""
    made: list[Scene] = []
    for chunk in chunks([untitled(block, section.title) for block in section.blocks]):
        own = _own_scene(chunk, section, phases, brand)
        if own:
            foot, _ = sources(chunk.source, own.layout, brand)
            made += [*with_foot([own], foot), *flow(chunk.beside, brand)]
        else:
            made += composed(chunk, brand)
    return made or [Scene("Text", ())]


def _own_scene(chunk: Chunk, section: Section, phases: Day, brand: Brand) -> Scene | None:
    """Scenes that arrange the whole slide, title and all (one case a kind)."""
    title = section.title
    match chunk.lead:
        case b.Cover():
            return openings.cover(chunk.lead, title, phases, brand)
        case b.Divider():
            return openings.divider(chunk.lead, title, section.group, phases, brand)
        case b.Closing():
            return openings.closing(chunk.lead, title, phases, brand)
        case b.Statement():
            return openings.statement(chunk.lead, title, brand)
        case b.Quote():
            return openings.quote(chunk.lead, title, brand)
        case b.BigNumber():
            return openings.number(chunk.lead, title, brand)
        case b.Discussion():
            _, bottom = sources(chunk.source, "Question", brand)
            return tasks.discussion(chunk.lead, title, bottom, brand)
        case b.Activity():
            _, bottom = sources(chunk.source, _TASK, brand)
            return tasks.activity(chunk.lead, bottom, brand)
        case _:
            return None


def _title(section: Section, scene: Scene, part: str, brand: Brand) -> tuple[Words, list[Problem]]:
    """The title at 30 points on at most two lines; smaller, with a warning, if it is longer."""
    if scene.title and not part:
        return scene.title, []
    at = layout(scene.layout).title
    runs = (*section.title, *text(f" {part}")) if part else section.title
    for size in fit.TITLE:
        para = Para(runs, size, at.colour, heading=True)
        if fit.lines(para, at.box.w, brand) <= 2 and fit.height((para,), at.box.w, brand) <= at.box.h:
            break
    box = at.box._replace(w=fit.balanced((para,), at.box.w, brand))
    box = box._replace(h=max(box.h, fit.height((para,), box.w, brand)))
    return Words(box, (para,), at.anchor), _too_long(section) if size < fit.TITLE[0] else []


def _too_long(section: Section) -> list[Problem]:
    message = f"the title “{plain(section.title)}” takes more than two lines at {fit.TITLE[0]:g} pt"
    return [Problem("title-long", message, section.place, "say it in fewer words", Severity.WARNING)]


def _continued(section: Section, made: Sequence[Scene]) -> list[Problem]:
    if len(made) < 2:
        return []
    message = f"slide “{plain(section.title)}” holds more than fits; it continues on {len(made) - 1} more"
    hint = "shorten it, or part it in two slides of one idea each"
    return [Problem("slide-continued", message, section.place, hint, Severity.WARNING)]


def _footer(lesson: str, group: str, scene: Scene, brand: Brand) -> str:
    """Lesson and phase, or the phase alone where they do not fit; nothing over the stairs of the day."""
    if scene.layout in ("Title", "Section", "Closing"):
        return ""
    both = " · ".join(part for part in (lesson, group) if part)
    room = (PANEL.x if scene.layout == _TASK else FOOTER.box.right) - FOOTER.box.x
    return both if fit.width(text(both), FOOTER.size, brand) <= room else group


def _railed(scene: Scene, section: Section, phases: Day) -> tuple[Piece, ...]:
    """Light slides of a phase show where in the day they are."""
    shown = section.group and phases and not layout(scene.layout).dark and scene.layout != _TASK
    return (*scene.pieces, rail(phases, section.group)) if shown else scene.pieces

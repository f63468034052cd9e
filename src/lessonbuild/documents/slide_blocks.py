"""An author's slide as blocks: what its kind says, with its body and source.

The slide's title is the assertion, so that the titles of its chart or table, and their sources where the slide has
one of its own, are left out.
"""

from dataclasses import replace
from typing import assert_never

from lessonbuild.documents import exhibits
from lessonbuild.documents.grids import screen_blocks
from lessonbuild.documents.publication import words_of
from lessonbuild.documents.timetable import TimedStep, clock
from lessonbuild.markdown import line, prose
from lessonbuild.model import blocks as b
from lessonbuild.model import slide as s
from lessonbuild.model.document import Block, Figure, Paragraph, Role
from lessonbuild.model.lesson import FormulaData, Lesson
from lessonbuild.model.text import plain, text
from lessonbuild.words import Words


def slide_blocks(lesson: Lesson, slide: s.AnySlide, timed: TimedStep) -> tuple[Block, ...]:
    """Everything on a slide of the session but its title."""
    if isinstance(slide, s.ActivitySlide):
        w = words_of(lesson)
        return (_activity(slide, timed, w), *exhibits.source_block(slide.source, w))
    return argued(lesson, slide)


def argued(lesson: Lesson, slide: s.Argued) -> tuple[Block, ...]:
    """Everything on the slide but its title: the lead block, then what stands beside it, then the source."""
    return (*_lead(lesson, slide), *_body(slide), *exhibits.source_block(slide.source, words_of(lesson)))


def _body(slide: s.Argued) -> tuple[Block, ...]:
    match slide:
        case s.TableSlide() | s.ChartSlide() | s.PictureSlide():
            return prose(slide.body) if slide.body else ()
        case _:
            return ()


def _lead(lesson: Lesson, slide: s.Argued) -> tuple[Block, ...]:
    w = words_of(lesson)
    match slide:
        case s.StatementSlide():
            return (b.Statement(line(slide.text)),)
        case s.PointsSlide():
            return prose(slide.body)
        case s.QuestionSlide():
            how = line(slide.how) if slide.how else ()
            return (b.Discussion(tuple(line(prompt) for prompt in slide.prompts), how),)
        case s.PollSlide():
            return (b.Poll(tuple(line(option) for option in slide.options)),)
        case s.NumberSlide():
            return (b.BigNumber(plain(line(slide.value)), line(slide.means)),)
        case s.ComparisonSlide():
            verdict = line(slide.verdict) if slide.verdict else ()
            return (b.Comparison(_side(slide.left), _side(slide.right), verdict),)
        case s.CardsSlide():
            return (b.Cards(_named(slide.cards)),)
        case s.StagesSlide():
            return (b.Stages(b.Stages.Shape(slide.kind), _named(slide.stages), plain(line(slide.shows))),)
        case s.QuadrantSlide():
            top_left, top_right, bottom_left, bottom_right = _named(slide.quarters)
            quarters = (top_left, top_right, bottom_left, bottom_right)
            return (b.Quadrant(axis(slide.across), axis(slide.up), quarters, plain(line(slide.shows))),)
        case s.TableSlide():
            data = lesson.tables[slide.table]
            source = () if slide.source else exhibits.source_block(data.source, w)
            return (replace(exhibits.table(data), caption=()), *source)
        case s.ChartSlide():
            chart = replace(exhibits.chart(lesson.charts[slide.chart], w), title=())
            return (replace(chart, source=()) if slide.source else chart,)
        case s.FormulaSlide():
            return (formula(lesson.formulas[slide.formula], w),)
        case s.PictureSlide():
            return (picture(slide),)
        case s.QuoteSlide():
            return (b.Quote(line(slide.text), line(slide.by)),)
        case s.ScreenSlide():
            return (_screen(lesson, slide, w),)
        case s.WorksheetSlide():
            return screen_blocks(lesson, slide.worksheet)
        case _:
            assert_never(slide)


def _named(entries: list[s.Entry]) -> tuple[b.Named, ...]:
    return tuple(b.Named(line(entry.name), line(entry.text) if entry.text else ()) for entry in entries)


def _side(side: s.SideOfComparison) -> b.Side:
    return b.Side(line(side.name), tuple(line(point) for point in side.points))


def axis(data: s.AxisOfQuadrant) -> b.Axis:
    """A direction of a quadrant."""
    return b.Axis(line(data.name), line(data.low), line(data.high))


def formula(data: FormulaData, w: Words) -> b.Formula:
    """A formula with its terms and its worked example."""
    return b.Formula(
        name=line(data.name),
        formula=line(data.formula),
        terms=tuple(b.Named(line(name), line(means)) for name, means in data.terms.items()),
        example=prose(data.example),
        caution=line(data.caution) if data.caution else (),
        example_label=w("slides.example"),
    )


def _activity(slide: s.ActivitySlide, timed: TimedStep, w: Words) -> b.Activity:
    """The task with its minutes: the slide's own, or else its step's.

    A task with minutes of its own that opens its step ends when they are over; every other one with its step.
    """
    minutes = slide.minutes or timed.step.minutes
    opens = timed.step.shows[:1] == [slide.id]
    return b.Activity(
        task=line(slide.task),
        steps=tuple(line(step) for step in slide.steps),
        hand_in=line(slide.hand_in),
        minutes=minutes,
        minutes_word=w("time.minute-word"),
        until=w("time.until", clock=clock(timed.start + minutes if opens else timed.end)),
        hand_in_label=w("slides.hand-in"),
    )


def picture(slide: s.PictureSlide) -> Figure:
    """The picture with its caption and credit."""
    data = slide.picture
    caption = " · ".join(part for part in (data.caption, data.credit) if part)
    return Figure(data.data, plain(line(data.alt)), line(caption) if caption else ())


def _screen(lesson: Lesson, slide: s.ScreenSlide, w: Words) -> b.Screen:
    chart = exhibits.chart(lesson.charts[slide.chart], w)
    table = exhibits.table(lesson.tables[slide.table])
    look = tuple(line(item) for item in slide.look)
    alt = f"{plain(line(slide.window))}: {chart.alt} {table.description}"
    return b.Screen(line(slide.window), _named(slide.filters), chart, table, look, alt)


def label(words: str) -> Paragraph:
    """A few words that name what follows."""
    return Paragraph(text(words), Role.LABEL)

"""Which blocks of a section stand together on a slide: one that leads, text beside it, sources at the foot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lessonbuild.model.blocks import Chart, Checklist, Screen
from lessonbuild.model.document import Block, BulletList, NumberedList, Paragraph, Role, Table
from lessonbuild.model.text import Text, plain


@dataclass(frozen=True, slots=True)
class Chunk:
    """Blocks for one slide."""

    lead: Block | None
    beside: tuple[Block, ...]
    source: tuple[Block, ...]


def chunks(blocks: Sequence[Block]) -> Iterator[Chunk]:
    """Every block in exactly one chunk, in order; text before the first lead stands with it."""
    leads = [i for i, block in enumerate(blocks) if not _accompanies(block)]
    starts = [0, *leads[1:]] if leads else [0]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        part = blocks[start:end]
        lead = next((block for block in part if not _accompanies(block)), None)
        rest = [block for block in part if block is not lead]
        source = tuple(block for block in rest if isinstance(block, Paragraph) and block.role is Role.SOURCE)
        beside = tuple(block for block in rest if not any(block is s for s in source))
        if lead or rest:
            yield Chunk(lead, beside, source)


def cited(lead: Block | None) -> tuple[Block, ...]:
    """The source that a drawn block names itself."""
    chart = lead.chart if isinstance(lead, Screen) else lead
    return (Paragraph(chart.source, Role.SOURCE),) if isinstance(chart, Chart) and chart.source else ()


def _accompanies(block: Block) -> bool:
    return isinstance(block, Paragraph | BulletList | NumberedList | Checklist)


def untitled(block: Block, title: Text) -> Block:
    """A chart or table whose own title is the slide's does not say it again."""
    match block:
        case Chart() if plain(block.title) == plain(title):
            return replace(block, title=())
        case Table() if plain(block.caption) == plain(title):
            return replace(block, caption=())
        case _:
            return block

"""Data labels of native charts: a value in its own type, or words, at one point."""

from lessonbuild.writers.pptx.markup import escape, fill, outline
from lessonbuild.writers.pptx.pieces import Colour, Hue

_NO_BOX = f"<c:spPr><a:noFill/>{outline(None, 0)}</c:spPr>"
_PAPER = f"<c:spPr>{fill(Colour.PAPER)}{outline(None, 0)}</c:spPr>"  # so that a line does not run through the words


def value_label(
    index: int, place: str, tone: Hue, size: float, language: str, bold: bool, *, boxed: bool = False
) -> str:
    """The point's value; `boxed` on a ground of paper."""
    text = text_properties(tone, size, language, bold)
    look = (_PAPER if boxed else _NO_BOX) + text
    return f'<c:dLbl><c:idx val="{index}"/>{look}<c:dLblPos val="{place}"/>{shows(True)}</c:dLbl>'


def word_label(
    index: int,
    place: str,
    words: str,
    tone: Hue,
    size: float,
    language: str,
    down: float = 0,
    *,
    boxed: bool = False,
) -> str:
    """Words at a point, on the lines that they are broken to; `down` moves them by a share of the chart's height."""
    look = f'<a:rPr lang="{language}" sz="{round(size * 100)}" b="1">{fill(tone)}</a:rPr>'
    lines = "".join(f"<a:p><a:r>{look}<a:t>{escape(line)}</a:t></a:r></a:p>" for line in words.split("\n"))
    rich = f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{lines}</c:rich></c:tx>'
    moved = f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{down:.4f}"/></c:manualLayout></c:layout>'
    where = f'{_PAPER if boxed else _NO_BOX}<c:dLblPos val="{place}"/>'
    return f'<c:dLbl><c:idx val="{index}"/>{moved if down else ""}{rich}{where}{shows(True)}</c:dLbl>'


def no_label(index: int) -> str:
    """Nothing at this point, where others have their values."""
    return f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'


def shows(value: bool) -> str:
    """What labels show: the value, or (with words of their own) whatever they hold."""
    flags = (("LegendKey", 0), ("Val", int(value)), ("CatName", 0), ("SerName", 0), ("Percent", 0), ("BubbleSize", 0))
    return "".join(f'<c:show{name} val="{on}"/>' for name, on in flags)


def text_properties(tone: Hue, size: float, language: str, bold: bool = False) -> str:
    """The type of labels and axes."""
    face = f'{fill(tone)}<a:latin typeface="+mn-lt"/>'
    characters = f'<a:defRPr lang="{language}" sz="{round(size * 100)}" b="{int(bold)}">{face}</a:defRPr>'
    end = f'<a:endParaRPr lang="{language}"/>'
    return f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{characters}</a:pPr>{end}</a:p></c:txPr>"

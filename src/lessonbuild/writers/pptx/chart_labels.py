"""Data labels of native charts: a value in its own type, or words, at one point."""

from lessonbuild.writers.pptx.markup import escape, fill, outline
from lessonbuild.writers.pptx.pieces import Colour

_NO_BOX = f"<c:spPr><a:noFill/>{outline(None, 0)}</c:spPr>"


def value_label(index: int, place: str, tone: Colour, size: float, language: str, bold: bool) -> str:
    """The point's value."""
    text = text_properties(tone, size, language, bold)
    return f'<c:dLbl><c:idx val="{index}"/>{_NO_BOX}{text}<c:dLblPos val="{place}"/>{shows(True)}</c:dLbl>'


def word_label(index: int, place: str, words: str, tone: Colour, size: float, language: str, down: float = 0) -> str:
    """Words at a point, on one line; `down` moves them by a share of the chart's height."""
    look = f'<a:rPr lang="{language}" sz="{round(size * 100)}" b="1">{fill(tone)}</a:rPr>'
    run = f"<a:r>{look}<a:t>{escape(words)}</a:t></a:r>"
    rich = f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>{run}</a:p></c:rich></c:tx>'
    moved = f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{down:.4f}"/></c:manualLayout></c:layout>'
    where = f'{_NO_BOX}<c:dLblPos val="{place}"/>'
    return f'<c:dLbl><c:idx val="{index}"/>{moved if down else ""}{rich}{where}{shows(True)}</c:dLbl>'


def no_label(index: int) -> str:
    """Nothing at this point, where others have their values."""
    return f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'


def shows(value: bool) -> str:
    """What labels show: the value, or (with words of their own) whatever they hold."""
    flags = (("LegendKey", 0), ("Val", int(value)), ("CatName", 0), ("SerName", 0), ("Percent", 0), ("BubbleSize", 0))
    return "".join(f'<c:show{name} val="{on}"/>' for name, on in flags)


def text_properties(tone: Colour, size: float, language: str, bold: bool = False) -> str:
    """The type of labels and axes."""
    face = f'{fill(tone)}<a:latin typeface="+mn-lt"/>'
    characters = f'<a:defRPr lang="{language}" sz="{round(size * 100)}" b="{int(bold)}">{face}</a:defRPr>'
    end = f'<a:endParaRPr lang="{language}"/>'
    return f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{characters}</a:pPr>{end}</a:p></c:txPr>"

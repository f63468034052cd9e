"""The XML that slides, layouts and notes share: positions, colours, fills, lines and paragraphs, as strings."""

from collections.abc import Callable
from html import escape as _escape

from lessonbuild.model.text import Run, Style
from lessonbuild.writers.pptx.fit import HEADING_SPACING
from lessonbuild.writers.pptx.grid import Box
from lessonbuild.writers.pptx.pieces import Anchor, Bullet, Colour, Hue, Para

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'
Link = Callable[[str], str]


def escape(words: str) -> str:
    """Words as they may stand between tags and in attributes."""
    return _escape(words, quote=True)


def emu(points: float) -> int:
    """Points in English Metric Units."""
    return round(points * 12700)


def xfrm(box: Box, tag: str = "a:xfrm", flags: str = "") -> str:
    """A position and an extent."""
    return (
        f'<{tag}{flags}><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{max(0, emu(box.w))}" cy="{max(0, emu(box.h))}"/></{tag}>'
    )


def colour(which: Hue) -> str:
    """A theme colour, moved towards white (below 100) or, where negative, towards black."""
    name, share = which.value if isinstance(which, Colour) else which
    if share == 100:
        return f'<a:schemeClr val="{name}"/>'
    if share < 0:
        return f'<a:schemeClr val="{name}"><a:lumMod val="{-share * 1000}"/></a:schemeClr>'
    moved = f'<a:lumMod val="{share * 1000}"/><a:lumOff val="{(100 - share) * 1000}"/>'
    return f'<a:schemeClr val="{name}">{moved}</a:schemeClr>'


def fill(which: Hue | None) -> str:
    """A solid fill, or none."""
    return f"<a:solidFill>{colour(which)}</a:solidFill>" if which else "<a:noFill/>"


def outline(which: Hue | None, weight: float, tag: str = "a:ln", extra: str = "") -> str:
    """A line of a colour and weight, or none."""
    if which is None:
        return f"<{tag}><a:noFill/></{tag}>"
    return f'<{tag} w="{emu(weight)}">{fill(which)}{extra}</{tag}>'


def geometry(form: str, adjustments: str = "") -> str:
    """One of PowerPoint's own outlines."""
    return f'<a:prstGeom prst="{form}"><a:avLst>{adjustments}</a:avLst></a:prstGeom>'


def named(number: int, name: str, alt: str | None = None) -> str:
    """What a shape is called and what it shows; an empty `alt` marks it as decoration."""
    start = f'<p:cNvPr id="{number}" name="{escape(name)}"'
    if alt is None:
        return f"{start}/>"
    return f'{start} descr="{escape(alt)}"/>' if alt else f'{start} descr="">{_DECORATIVE}</p:cNvPr>'


_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"  # the slide number, in every deck that PowerPoint makes
LOCKED = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'  # a placeholder cannot be grouped


def shape(own: str, kind: str, holder: str, properties: str, body: str) -> str:
    """A shape from its name, its `p:cNvSpPr`, its placeholder if it is one, its properties and its text body."""
    head = f"<p:nvSpPr>{own}{kind}<p:nvPr>{holder}</p:nvPr></p:nvSpPr>"
    return f"<p:sp {SPACES}>{head}<p:spPr>{properties}</p:spPr>{body}</p:sp>"


def graphic_frame(own: str, holder: str, box: Box, uri: str, content: str) -> str:
    """The frame of a table or chart."""
    locks = '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
    head = f"<p:nvGraphicFramePr>{own}{locks}<p:nvPr>{holder}</p:nvPr></p:nvGraphicFramePr>{xfrm(box, 'p:xfrm')}"
    graphic = f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'
    return f"<p:graphicFrame {SPACES}>{head}{graphic}</p:graphicFrame>"


def text_body(text: str, anchor: Anchor, pad: float = 0, styles: str = "") -> str:
    """Paragraphs in a body that wraps and is never shrunk."""
    inset = emu(pad)
    insets = f'lIns="{inset}" tIns="{inset}" rIns="{inset}" bIns="{inset}"'
    properties = f'<a:bodyPr wrap="square" {insets} anchor="{anchor.value}" rtlCol="0"><a:noAutofit/></a:bodyPr>'
    return f"<p:txBody {SPACES}>{properties}<a:lstStyle>{styles}</a:lstStyle>{text}</p:txBody>"


def paragraphs(paras: tuple[Para, ...], language: str, link: Link) -> str:
    """The paragraphs of a text body; an empty body keeps one empty paragraph."""
    made = "".join(_paragraph(para, language, link, first=i == 0) for i, para in enumerate(paras))
    return made or f'<a:p><a:endParaRPr lang="{language}"/></a:p>'


def _paragraph(para: Para, language: str, link: Link, first: bool) -> str:
    runs = "".join(_run(run, para, language, link) for run in para.runs)
    return f"<a:p>{_paragraph_properties(para, first)}{runs}{'' if para.runs else _end(para, language)}</a:p>"


def _end(para: Para, language: str) -> str:
    return f'<a:endParaRPr lang="{language}" sz="{round(para.size * 100)}"/>'


def _paragraph_properties(para: Para, first: bool) -> str:
    hang = emu(para.indent) if para.bullet is not Bullet.NONE else 0
    spacing = f'<a:lnSpc><a:spcPct val="{round(HEADING_SPACING * 100000) if para.heading else 100000}"/></a:lnSpc>'
    before = f'<a:spcBef><a:spcPts val="{0 if first else round(para.before * 100)}"/></a:spcBef>'
    after = '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
    margin = f'marL="{emu(para.indent)}" indent="{-hang}" algn="{para.align.value}"'
    return f"<a:pPr {margin}>{spacing}{before}{after}{_bullet(para)}</a:pPr>"


def _bullet(para: Para) -> str:
    accent = f"<a:buClr>{colour(Colour.ACCENT)}</a:buClr>"
    match para.bullet:
        case Bullet.NONE:
            return "<a:buNone/>"
        case Bullet.DASH:
            return f'{accent}<a:buFont typeface="+mj-lt"/><a:buChar char="–"/>'
        case Bullet.BOX:
            return f'{accent}<a:buFont typeface="Wingdings"/><a:buChar char="o"/>'
        case Bullet.NUMBER:
            return f'{accent}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain" startAt="{para.number}"/>'
        case Bullet.LETTER:
            return f'{accent}<a:buFont typeface="+mn-lt"/><a:buAutoNum type="alphaUcPeriod" startAt="{para.number}"/>'


def _run(run: Run, para: Para, language: str, link: Link) -> str:
    lines = run.text.split("\n")
    made = [_characters(words, run, para, language, link) if words else "" for words in lines]
    return f'<a:br><a:rPr lang="{language}" sz="{round(para.size * 100)}"/></a:br>'.join(made)


def _characters(words: str, run: Run, para: Para, language: str, link: Link) -> str:
    bold = para.bold or run.style is Style.STRONG
    code = run.style is Style.CODE
    size = para.size * (0.88 if code else 1)  # Consolas is wide: so a line of code is no wider than was measured
    flags = f' b="{int(bold)}" i="{int(run.style is Style.EMPHASIS)}"'
    font = (
        '<a:latin typeface="Consolas"/>' if code else f'<a:latin typeface="{"+mj-lt" if para.heading else "+mn-lt"}"/>'
    )
    click = f'<a:hlinkClick r:id="{link(run.link)}"/>' if run.link else ""
    properties = (
        f'<a:rPr lang="{language}" sz="{round(size * 100)}"{flags} dirty="0">{fill(para.colour)}{font}{click}</a:rPr>'
    )
    return f"<a:r>{properties}<a:t>{escape(words)}</a:t></a:r>"

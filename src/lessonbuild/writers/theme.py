"""The theme of Office files: the brand's colours and fonts, and formats without shadow or gradient."""

from html import escape

from lessonbuild.model.brand import Brand

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def theme(brand: Brand) -> str:
    """The theme part."""
    slots = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours(brand).items())
    name = f'name="{escape(brand.name)}"'
    fonts = _font("major", brand.heading.name) + _font("minor", brand.text.name)
    schemes = f"<a:clrScheme {name}>{slots}</a:clrScheme><a:fontScheme {name}>{fonts}</a:fontScheme>{_FORMATS}"
    rest = "<a:objectDefaults/><a:extraClrSchemeLst/>"
    return f'<a:theme xmlns:a="{_DRAWING}" {name}><a:themeElements>{schemes}</a:themeElements>{rest}</a:theme>'


def colours(brand: Brand) -> dict[str, str]:
    """The twelve slots. Accents 3 and 4 are the next series colours, 5 is for secondary text, 6 for hairlines."""
    c = brand.colours
    further = [s for s in c.series if s not in (c.accent, c.second)] + [c.muted, c.line]
    return {
        "dk1": c.ink, "lt1": c.paper, "dk2": c.dark, "lt2": c.tint, "accent1": c.accent, "accent2": c.second,
        "accent3": further[0], "accent4": further[1], "accent5": c.muted, "accent6": c.line,
        "hlink": c.second, "folHlink": c.muted,
    }  # fmt: skip


def _font(rank: str, name: str) -> str:
    return f'<a:{rank}Font><a:latin typeface="{escape(name)}"/><a:ea typeface=""/><a:cs typeface=""/></a:{rank}Font>'


_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINES = "".join(
    f'<a:ln w="{w}" cap="flat" cmpd="sng" algn="ctr">{_SOLID}<a:prstDash val="solid"/></a:ln>'
    for w in (9525, 19050, 28575)
)
_FORMATS = (
    f'<a:fmtScheme name="flat"><a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>'
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst></a:fmtScheme>"
)

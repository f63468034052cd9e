"""An empty deck in the brand's look: every part of the package, written out, with no template of anybody else's."""

import zipfile
from io import BytesIO

from lessonbuild.model.brand import Brand
from lessonbuild.writers.office import app_properties
from lessonbuild.writers.pptx.draw_table import PLAIN
from lessonbuild.writers.pptx.grid import SLIDE
from lessonbuild.writers.pptx.layouts import LAYOUTS
from lessonbuild.writers.pptx.markup import SPACES, A, emu
from lessonbuild.writers.pptx.master import NOTES_PAGE, notes_master, slide_layout, slide_master
from lessonbuild.writers.theme import theme

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = "application/vnd.openxmlformats-officedocument."
_ML = _TYPES + "presentationml."


def empty_deck(brand: Brand, language: str) -> bytes:
    """A .pptx without slides."""
    parts = {**_presentation_parts(), **_master_parts(brand, language)}
    parts["docProps/app.xml"] = app_properties(brand).decode().removeprefix(_HEAD)
    parts["_rels/.rels"] = _relationships(
        [("officeDocument", "ppt/presentation.xml"), ("extended-properties", "docProps/app.xml")]
    )
    parts["[Content_Types].xml"] = _content_types(parts)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, xml in parts.items():
            package.writestr(name, _HEAD + xml)
    return out.getvalue()


_MASTERS = (
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
)


def _presentation_parts() -> dict[str, str]:
    slide, notes = f'cx="{emu(SLIDE.w)}" cy="{emu(SLIDE.h)}"', f'cx="{emu(NOTES_PAGE.w)}" cy="{emu(NOTES_PAGE.h)}"'
    return {
        "ppt/presentation.xml": (
            f'<p:presentation {SPACES} saveSubsetFonts="1">'
            f"{_MASTERS}<p:sldSz {slide}/><p:notesSz {notes}/></p:presentation>"
        ),
        "ppt/presProps.xml": f"<p:presentationPr {SPACES}/>",
        "ppt/viewProps.xml": f"<p:viewPr {SPACES}/>",
        "ppt/tableStyles.xml": f'<a:tblStyleLst xmlns:a="{A}" def="{PLAIN}"/>',
        "ppt/_rels/presentation.xml.rels": _relationships([
            ("slideMaster", "slideMasters/slideMaster1.xml"), ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"), ("viewProps", "viewProps.xml"), ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ]),
    }  # fmt: skip


def _master_parts(brand: Brand, language: str) -> dict[str, str]:
    numbers = range(1, len(LAYOUTS) + 1)
    rels = [("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in numbers] + [
        ("theme", "../theme/theme1.xml")
    ]
    parts = {
        "ppt/theme/theme1.xml": theme(brand),
        "ppt/theme/theme2.xml": theme(brand),
        "ppt/slideMasters/slideMaster1.xml": slide_master(language),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relationships(rels),
        "ppt/notesMasters/notesMaster1.xml": notes_master(language, brand.text.name),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relationships([("theme", "../theme/theme2.xml")]),
    }
    for n, layout in zip(numbers, LAYOUTS, strict=True):
        parts[f"ppt/slideLayouts/slideLayout{n}.xml"] = slide_layout(layout, language)
        parts[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = _relationships(
            [("slideMaster", "../slideMasters/slideMaster1.xml")]
        )
    return parts


def _relationships(targets: list[tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(targets, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
    )


_KINDS = {
    **{name: f"{_ML}{name}+xml" for name in ("slideMaster", "slideLayout", "notesMaster", "tableStyles")},
    **{name: f"{_ML}{name}+xml" for name in ("presProps", "viewProps")},
    "presentation": f"{_ML}presentation.main+xml",
    "theme": f"{_TYPES}theme+xml",
    "app": f"{_TYPES}extended-properties+xml",
}


def _content_types(parts: dict[str, str]) -> str:
    named = [name for name in parts if not name.endswith(".rels")]
    kinds = {name: _KINDS[name.rsplit("/", 1)[-1].removesuffix(".xml").rstrip("0123456789")] for name in named}
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )

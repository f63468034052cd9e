"""A document as a PowerPoint deck: `deck.py` decides what stands where, `draw.py` draws it into the brand's master."""

from collections.abc import Iterable
from io import BytesIO
from itertools import count, groupby
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Document
from lessonbuild.writers.office import describe, settled
from lessonbuild.writers.pptx.deck import deck
from lessonbuild.writers.pptx.draw import draw, draw_notes
from lessonbuild.writers.pptx.layouts import LAYOUTS
from lessonbuild.writers.pptx.markup import P, escape
from lessonbuild.writers.pptx.package import empty_deck
from lessonbuild.writers.pptx.pieces import Slide
from lessonbuild.writers.written import Written

_REGIONS = {
    "en": "en-US",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
    "it": "it-IT",
    "pt": "pt-PT",
    "nl": "nl-NL",
    "cs": "cs-CZ",
}


def write(document: Document, brand: Brand) -> Written:
    """The document as a .pptx: every section a slide, continued where it must be, its notes on the notes pages."""
    from pptx import Presentation

    decided = deck(document, brand)
    language = _REGIONS.get(document.language, document.language)
    presentation = Presentation(BytesIO(empty_deck(brand, language)))
    _count_partnames(presentation.part.package)
    masters = dict(zip((layout.name for layout in LAYOUTS), presentation.slide_layouts, strict=True))
    for slide in decided.slides:
        made = presentation.slides.add_slide(masters[slide.layout])
        draw(slide, made, language)
        if slide.notes:
            draw_notes(slide.notes, made, language, brand.text.name)
    _add_sections(presentation, decided.slides, document.lesson)
    describe(presentation.core_properties, document, brand)
    out = BytesIO()
    presentation.save(out)
    return Written(settled(out.getvalue(), document.date), decided.problems)


def _count_partnames(package: Any) -> None:
    """Names new parts by counting, on this one package: python-pptx walks through all parts for every new one."""
    from pptx.opc.packuri import PackURI

    counters: dict[str, Iterable[int]] = {}

    def next_partname(template: str) -> Any:
        counter = counters.setdefault(template, count(1))
        return PackURI(template % next(iter(counter)))

    package.next_partname = next_partname


def _add_sections(presentation: Any, slides: tuple[Slide, ...], lesson: str) -> None:
    """The phases as PowerPoint's sections; slides before the first phase stand under the lesson's title."""
    from pptx.oxml import parse_xml

    numbers = iter([slide.get("id") for slide in presentation.element.sldIdLst])
    made = ""
    for n, (name, group) in enumerate(groupby(slides, key=lambda slide: slide.group or lesson)):
        ids = "".join(f'<p14:sldId id="{next(numbers)}"/>' for _ in group)
        key = str(uuid5(NAMESPACE_URL, f"lessonbuild:{n}:{name}")).upper()
        made += f'<p14:section name="{escape(name)}" id="{{{key}}}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
    presentation.element.append(parse_xml(
        f'<p:extLst xmlns:p="{P}"><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
        f'<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{made}</p14:sectionLst></p:ext></p:extLst>'
    ))  # fmt: skip

"""The paper of a document: its pages' size and margins, and where a part of it has margins of its own."""

from copy import deepcopy

from lessonbuild.writers.docx.geometry import Page
from lessonbuild.writers.docx.xml import Element, W, local, twips, w


def paper(page: Page) -> Element:
    """The properties of a part of the document with this page."""
    landscape = {"orient": "landscape"} if page.width > page.height else {}
    size = w("pgSz", w=twips(page.width), h=twips(page.height), **landscape)
    side = twips(page.side)
    distances = {"header": twips(page.head), "footer": twips(page.foot), "gutter": 0}
    return w(
        "sectPr", size, w("pgMar", top=twips(page.top), right=side, bottom=twips(page.bottom), left=side, **distances)
    )


def ended(elements: list[Element], page: Page) -> list[Element]:
    """The elements as a part of their own: what follows begins on a new page."""
    return [*elements, w("p", w("pPr", w("pStyle", val="TableEnd"), paper(page)))]


def changed(part: Element, page: Page) -> Element:
    """The properties of a part of the document, with another page; its heads and feet stay."""
    made = paper(page)
    kept = [child for child in part if local(child) in ("headerReference", "footerReference")]
    title = [child for child in part if local(child) == "titlePg"]
    made[:] = [*kept, *made, *title]
    return made


def carry_heads(body: Element) -> None:
    """Move the heads and feet, which python-docx hangs on the last part, to the first; the others inherit them."""
    parts: list[Element] = list(body.iter(f"{{{W}}}sectPr"))
    first, last = parts[0], parts[-1]
    if first is last:
        return
    heads = [part for part in last if local(part) in ("headerReference", "footerReference")]
    title = [part for part in last if local(part) == "titlePg"]
    first[:] = [*heads, *deepcopy(list(first)), *title]

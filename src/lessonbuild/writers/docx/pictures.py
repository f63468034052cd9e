"""Pictures and charts, with their words above and below, on one page."""

from lxml import etree

from lessonbuild.model.blocks import Chart
from lessonbuild.model.document import Figure
from lessonbuild.writers import charts
from lessonbuild.writers.docx.geometry import Frame
from lessonbuild.writers.docx.package import Package
from lessonbuild.writers.docx.text import inset, paragraph, plain_run, runs
from lessonbuild.writers.docx.xml import MM, Element, R, emu, w
from lessonbuild.writers.greys import grey_picture

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_HIGHEST = 0.68  # of the page's text: room for caption and source must stay


def figure(block: Figure, frame: Frame, package: Package) -> list[Element]:
    """A picture no larger than it is and no wider than the frame, and its caption."""
    grey = package.brand.printing.grey
    relationship, image = package.picture(grey_picture(block.picture) if grey else block.picture)
    width, height = image.width.pt, image.height.pt
    scale = min(1.0, frame.width / width, package.page.room * _HIGHEST / height)
    keep = (w("keepNext"),) if block.caption else ()
    drawing = inline(relationship, (width * scale, height * scale), block.alt, package.next_id())
    caption = [paragraph("Source", *inset(frame), *runs(block.caption, package))] if block.caption else []
    return [paragraph("Picture", *keep, *inset(frame), w("r", drawing)), *caption]


def chart(block: Chart, frame: Frame, package: Package) -> list[Element]:
    """Number and assertion, the drawing, its source."""
    wide = frame.width / MM
    high = min(charts.good_height(block, wide), package.page.room / MM * _HIGHEST)
    relationship, _ = package.picture(charts.png(block, package.brand, wide, high))
    drawing = inline(relationship, (frame.width, high * MM), block.alt, package.next_id())
    label = [*runs(block.label, package), plain_run("\u2002")] if block.label else []
    made = [paragraph("Caption", *inset(frame), *label, *runs(block.title, package))]
    keep = (w("keepNext"),) if block.source else ()
    made.append(paragraph("Picture", *keep, *inset(frame), w("r", drawing)))
    return [*made, paragraph("Source", *inset(frame), *runs(block.source, package))] if block.source else made


def inline(relationship: str, size: tuple[float, float], alt: str, number: int) -> Element:
    """A picture that stands in its line like a letter, with its words for those who cannot see it."""
    extent = {"cx": str(emu(size[0])), "cy": str(emu(size[1]))}
    name = f"Picture {number}"
    placed = etree.Element(
        f"{{{_WP}}}inline", nsmap={"wp": _WP, "a": _A, "pic": _PIC}, distT="0", distB="0", distL="0", distR="0"
    )
    etree.SubElement(placed, f"{{{_WP}}}extent", **extent)
    etree.SubElement(placed, f"{{{_WP}}}docPr", id=str(number), name=name, descr=alt)
    data = etree.SubElement(etree.SubElement(placed, f"{{{_A}}}graphic"), f"{{{_A}}}graphicData", uri=_PIC)
    picture = etree.SubElement(data, f"{{{_PIC}}}pic")
    properties = etree.SubElement(picture, f"{{{_PIC}}}nvPicPr")
    etree.SubElement(properties, f"{{{_PIC}}}cNvPr", id=str(number), name=name)
    etree.SubElement(properties, f"{{{_PIC}}}cNvPicPr")
    fill = etree.SubElement(picture, f"{{{_PIC}}}blipFill")
    etree.SubElement(fill, f"{{{_A}}}blip").set(f"{{{R}}}embed", relationship)
    etree.SubElement(etree.SubElement(fill, f"{{{_A}}}stretch"), f"{{{_A}}}fillRect")
    shape = etree.SubElement(picture, f"{{{_PIC}}}spPr")
    transform = etree.SubElement(shape, f"{{{_A}}}xfrm")
    etree.SubElement(transform, f"{{{_A}}}off", x="0", y="0")
    etree.SubElement(transform, f"{{{_A}}}ext", **extent)
    etree.SubElement(etree.SubElement(shape, f"{{{_A}}}prstGeom", prst="rect"), f"{{{_A}}}avLst")
    return w("drawing", placed)

"""The Word writer: a Document becomes a .docx that asks nothing on opening, prints well, and is edited by styles."""

from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Document
from lessonbuild.writers.written import Written


def write(document: Document, brand: Brand) -> Written:
    """The document as a Word file; equal documents give equal bytes."""
    from io import BytesIO  # python-docx is heavy: imported on use

    from lessonbuild.writers import office
    from lessonbuild.writers.docx.collected import sign
    from lessonbuild.writers.docx.enlarged import enlarge_package
    from lessonbuild.writers.docx.furniture import furnish
    from lessonbuild.writers.docx.package import opened
    from lessonbuild.writers.docx.paper import carry_heads
    from lessonbuild.writers.docx.placeholders import keep
    from lessonbuild.writers.docx.sections import body
    from lessonbuild.writers.reflowed import reflowed

    document = reflowed(document) if brand.printing.large else document
    package = opened(document, brand)
    furnish(package)
    package.body[:] = [*body(package), package.body[-1]]  # the paper stays last
    carry_heads(package.body)
    sign(package)
    keep(package)
    if brand.printing.large:
        enlarge_package(package.opened, brand.printing.scale)
    office.describe(package.opened.core_properties, document, brand)
    out = BytesIO()
    package.opened.save(out)
    return Written(office.settled(out.getvalue(), document.date), tuple(package.problems))

"""The PDF writer: a Document in the look of a Brand, as pages that are worth printing."""

from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Document
from lessonbuild.writers.written import Written


def write(document: Document, brand: Brand) -> Written:
    """The document's bytes (equal documents give equal bytes), and what could not be honoured in them."""
    from lessonbuild.writers.pdf import build  # reportlab is heavy: imported on use

    return build.write(document, brand)

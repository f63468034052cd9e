"""The PDF writer: a Document in the look of a Brand, as pages that are worth printing."""

from collections.abc import Callable, Sequence

from lessonbuild.model.brand import Brand
from lessonbuild.model.document import Document
from lessonbuild.writers.written import Written


def write(document: Document, brand: Brand) -> Written:
    """The document's bytes (equal documents give equal bytes), and what could not be honoured in them."""
    from lessonbuild.writers.pdf import build  # reportlab is heavy: imported on use

    return build.write(document, brand)


def together(
    opening: Callable[[tuple[int, ...]], tuple[Document, ...]], documents: Sequence[Document], brand: Brand
) -> Written:
    """Several documents drawn as one file; `opening` makes what stands before them from how many pages each has."""
    from lessonbuild.writers.pdf import build

    return build.together(opening, documents, brand)

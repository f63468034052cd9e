"""Remake the pictures of the README from what `make all` built: LibreOffice draws the slides, pypdfium2 the PDFs."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).parents[1]
KIT = ROOT / "output" / "default" / "finops-for-ai"
GALLERY = ROOT / "docs" / "gallery"
GAP, GROUND = 14, "#D9DCE0"

# picture: (document, pages from 1, columns, width of a page in pixels)
PICTURES = {
    "slides": ("slides.pptx", (1, 5, 9, 11, 18, 28, 29, 32, 34, 37, 52, 59), 3, 400),
    "guide": ("facilitator-guide.pdf", (6, 8, 9), 3, 400),
    "case": ("case-study-halden.pdf", (1, 2, 4), 3, 400),
    "handout": ("handout.pdf", (3, 6, 15), 3, 400),
    "worksheets": ("worksheets.pdf", (2, 6, 10), 3, 400),
    "rubric": ("rubric.pdf", (1,), 1, 1000),
}


def main() -> None:
    """Draw every picture; say which program is missing rather than leave an old picture without a word."""
    if not shutil.which("soffice"):
        sys.exit("make gallery needs LibreOffice (soffice) to draw the slides")
    with tempfile.TemporaryDirectory() as folder:
        for name, (document, pages, columns, width) in PICTURES.items():
            pdf = as_pdf(KIT / document, Path(folder))
            sheet(drawn(pdf, pages, width), columns).save(GALLERY / f"{name}.png", optimize=True)


def as_pdf(file: Path, folder: Path) -> Path:
    """The file itself, or LibreOffice's rendering of it."""
    if file.suffix == ".pdf":
        return file
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{file.stem}.pdf"


def drawn(pdf: Path, pages: tuple[int, ...], width: int) -> list[Image.Image]:
    """The pages as pictures of this width."""
    document = pypdfium2.PdfDocument(pdf)
    found = [document[number - 1] for number in pages]
    return [page.render(scale=width / page.get_width()).to_pil() for page in found]


def sheet(pictures: list[Image.Image], columns: int) -> Image.Image:
    """The pictures side by side, in few colours to stay small."""
    wide, high = max(p.width for p in pictures), max(p.height for p in pictures)
    rows = -(-len(pictures) // columns)
    paper = Image.new("RGB", (columns * (wide + GAP) + GAP, rows * (high + GAP) + GAP), GROUND)
    for i, picture in enumerate(pictures):
        paper.paste(picture, (GAP + i % columns * (wide + GAP), GAP + i // columns * (high + GAP)))
    return paper.quantize(128)


if __name__ == "__main__":
    main()

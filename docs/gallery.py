"""Remake the pictures of README and docs from what `make all` built; LibreOffice draws what is not PDF."""

import csv
import math
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
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
    "budget-model": ("budget-model-solution.xlsx", (5, 12), 2, 600),
}


def main() -> None:
    """Draw every picture; say which program is missing rather than leave an old picture without a word."""
    if not shutil.which("soffice"):
        sys.exit("make gallery needs LibreOffice (soffice) to draw slides and sheets")
    with tempfile.TemporaryDirectory() as folder:
        report = as_audited(invented_export(Path(folder)))
        sheet(drawn(report, (1, 2, 4), 400), 3).save(GALLERY / "audit.png", optimize=True)
        for name, (document, pages, columns, width) in PICTURES.items():
            pdf = as_pdf(KIT / document, Path(folder))
            sheet(drawn(pdf, pages, width), columns).save(GALLERY / f"{name}.png", optimize=True)


def invented_export(folder: Path) -> Path:
    """Half a year of an invented company in FOCUS: a service that doubles and stays, a weekend that stands out."""
    file = folder / "invented.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow([*COSTS, *TIMES, *REST])
        for n in range(181):
            day, week = date(2025, 1, 1) + timedelta(n), 1 + 0.15 * math.sin(n)
            spent = {
                ("Compute", "GPU compute", '{"team": "vision"}'): (900 if n < 80 else 1900) * week,
                ("AI and Machine Learning", "Model API", '{"team": "assistant"}'): 400 * week
                + 9000 * (n in (136, 137)),
                ("Storage", "Object storage", ""): 60 + n,
                ("Databases", "Vector database", '{"team": "assistant"}'): 80 * week,
            }
            for (category, service, tags), cost in spent.items():
                month = day.replace(day=1)
                times = (day, day + timedelta(1), month, (month + timedelta(32)).replace(day=1))
                moments = (f"{time}T00:00:00Z" for time in times)
                used = f"{cost / 2:.4f}"  # at 2 dollars each
                rows.writerow([f"{cost:.2f}"] * 4 + [*moments, "Usage", "USD", category, service, tags, used, "Hours"])
    return file


COSTS = ("BilledCost", "EffectiveCost", "ListCost", "ContractedCost")
REST = (
    "ChargeCategory", "BillingCurrency", "ServiceCategory", "ServiceName", "Tags", "PricingQuantity", "PricingUnit",
)  # fmt: skip
TIMES = ("ChargePeriodStart", "ChargePeriodEnd", "BillingPeriodStart", "BillingPeriodEnd")


def as_audited(export: Path) -> Path:
    """The report of an audit of it, as PDF."""
    command = [sys.executable, "-m", "lessonbuild.cli", "audit", str(export), "--output", str(export.parent)]
    subprocess.run(command, check=True, capture_output=True)
    return export.with_name(f"audit-{export.stem}.pdf")


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

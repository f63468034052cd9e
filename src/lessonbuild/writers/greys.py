"""A brand in greys: each colour becomes the grey that is as light, so that every contrast stays what it was."""

from dataclasses import fields, replace
from io import BytesIO

from lessonbuild.model.brand import Brand, Colours
from lessonbuild.model.printing import Printing
from lessonbuild.writers.charts.colours import luminance


def printed(brand: Brand, printing: Printing) -> Brand:
    """The brand as it is printed so."""
    if not printing.grey:
        return replace(brand, printing=printing)
    logo = grey_picture(brand.logo) if brand.logo else None
    return replace(brand, printing=printing, colours=_greys(brand.colours), logo=logo)


def _greys(colours: Colours) -> Colours:
    alone = {role.name: grey(getattr(colours, role.name)) for role in fields(Colours) if role.name != "series"}
    return Colours(**alone, series=tuple(map(grey, colours.series)))


def grey(colour: str) -> str:
    """The grey of the same luminance (WCAG 2), as six hexadecimal digits."""
    y = luminance(colour)
    level = y * 12.92 if y <= 0.0031308 else 1.055 * y ** (1 / 2.4) - 0.055
    return f"{round(level * 255):02X}" * 3


def grey_picture(picture: bytes) -> bytes:
    """The picture as a PNG in greys, with its transparency."""
    from PIL import ImageFile  # comes with matplotlib and python-pptx: imported on use

    parser = ImageFile.Parser()
    parser.feed(picture)
    image = parser.close()
    clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    out = BytesIO()
    image.convert("RGBA").convert("LA" if clear else "L").save(out, "PNG", dpi=image.info.get("dpi", (96, 96)))
    return out.getvalue()

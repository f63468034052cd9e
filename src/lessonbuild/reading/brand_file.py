"""A `_brand.yml` as it is written (https://posit-dev.github.io/brand-yml/), before names are looked up and files read.

Of the convention, what looks are made of is read here, and the rest is let pass; our extras stand under
`defaults: lessonbuild:`, where the convention leaves room for programs.
"""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from lessonbuild.model.item import Item

Colour = Annotated[str, Field(pattern=r"^(#[0-9a-fA-F]{6}|[a-z][a-z0-9_-]*)$")]
"""Six hexadecimal digits after `#`, or the name of a colour of the palette."""


class Meta(Item):
    """Who this is."""

    name: str
    link: Any = None


class Palette(Item):
    """Colours by name, and by what they are for."""

    palette: dict[str, Colour] = Field(default_factory=dict)
    foreground: Colour
    background: Colour
    primary: Colour
    """The accent: what matters now."""
    secondary: Colour
    """What the accent is contrasted with."""
    tertiary: Colour | None = None
    success: Colour | None = None
    info: Colour | None = None
    warning: Colour | None = None
    danger: Colour | None = None
    light: Colour
    """The light ground of boxes and of the heads of tables."""
    dark: Colour
    """The ground of covers and dividers."""


class Face(Item):
    """One face of a family."""

    path: str
    weight: Literal[400, 700] = 400
    style: Literal["normal", "italic"] = "normal"


class FontFile(Item):
    """A family whose faces lie in the brand's folder: they measure the text, and are embedded in PDF."""

    family: str
    source: Literal["file"]
    files: list[Face] = Field(min_length=4, max_length=4)
    """Regular, bold, italic, and bold italic."""


class Typography(Item):
    """Which family is for what."""

    fonts: list[FontFile] = Field(min_length=1)
    base: str
    """The family of running text."""
    headings: str
    """The family of headings; it may be the same."""
    monospace: Any = None
    monospace_inline: Any = None
    monospace_block: Any = None
    link: Any = None

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))


class Logo(Item):
    """A picture file of the brand's folder, and what it shows."""

    path: str
    alt: str


class Extras(Item):
    """What the convention has no word for."""

    office_fonts: dict[str, str]
    """For each family: the font of the same widths that readers of Office files have."""
    muted: Colour
    """Secondary text."""
    line: Colour
    """Hairlines, and what is context in a chart."""
    series: list[Colour] = Field(min_length=3)
    """The colours of charts, in order."""
    footer: str = ""
    """At the foot of every page and slide."""


class Defaults(Item):
    """Settings of programs, each under its name; other programs' are let pass."""

    model_config = ConfigDict(extra="ignore")
    lessonbuild: Extras


class BrandFile(Item):
    """The whole file."""

    meta: Meta
    logo: Logo | None = None
    color: Palette
    typography: Typography
    defaults: Defaults

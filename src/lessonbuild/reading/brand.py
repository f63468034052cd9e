"""A brand's folder → Brand: names of colours looked up, fonts and logo read, contrast measured."""

from collections.abc import Iterator
from pathlib import Path as FilePath

from lessonbuild.model.brand import Brand, Colours, FontFamily
from lessonbuild.model.place import Place
from lessonbuild.problems import Problem, SourceError, did_you_mean
from lessonbuild.reading.brand_file import BrandFile
from lessonbuild.reading.contrast import contrast
from lessonbuild.reading.lesson import first_causes, in_order
from lessonbuild.reading.parsing import parse
from lessonbuild.reading.source import read_source
from lessonbuild.reading.tree import Path, Tree
from lessonbuild.reading.validating import validated

FILE = "_brand.yml"
_HERE = FilePath("assets/brands")
_PACKAGE = FilePath(__file__).parents[1]
_FACES = {(400, "normal"): "regular", (700, "normal"): "bold", (400, "italic"): "italic"} | {
    (700, "italic"): "bold_italic"
}
_LEGIBLE = {"ink": 4.5, "muted": 4.5, "accent": 3.0}  # on paper: WCAG 2.2, 1.4.3 for text, 1.4.11 for drawn things


def brand_names() -> tuple[str, ...]:
    """The brands of the working folder, and the default one."""
    own = (folder.parent.name for folder in _HERE.glob(f"*/{FILE}"))
    return tuple(sorted({*own, "default"}))


def brand_folder(name: str) -> FilePath:
    """Where a brand lies: in the working folder; the default one comes with the package. Raises SourceError."""
    if (_HERE / name / FILE).is_file():
        return _HERE / name
    if name == "default":  # in an installed package, or in the checkout of an editable one
        shipped = (_PACKAGE / "brands" / name, _PACKAGE.parents[1] / _HERE / name)
        return next((folder for folder in shipped if (folder / FILE).is_file()), shipped[0])
    hint = did_you_mean(name, brand_names(), "brands")
    raise SourceError([Problem("no-such-brand", f'there is no brand "{name}"', None, hint)])


def read_brand(folder: FilePath) -> Brand:
    """The brand in a folder. Raises SourceError with all problems."""
    tree, structural = parse(read_source(folder / FILE))
    raw, faults = validated(BrandFile, tree)
    if raw is None or structural:
        raise SourceError(in_order(problem for _, problem in first_causes([*structural, *faults])))
    resolver = _Resolver(folder, tree, raw)
    brand = resolver.brand()
    if resolver.problems or not brand:
        raise SourceError(in_order(resolver.problems))
    return brand


class _Resolver:
    """One brand file on its way to a Brand, and the problems met."""

    def __init__(self, folder: FilePath, tree: Tree, raw: BrandFile) -> None:
        self._folder, self._tree, self._raw = folder, tree, raw
        self.problems: list[Problem] = []

    def brand(self) -> Brand | None:
        """The brand; none where a font is missing."""
        colours = self._colours()
        text, heading = (self._family(role) for role in ("base", "headings"))
        logo = self._file(("logo", "path"), self._raw.logo.path) if self._raw.logo else None
        self.problems += _too_pale(colours, self._tree) if not self.problems else ()
        if not (text and heading):
            return None
        extras, meta = self._raw.defaults.lessonbuild, self._raw.meta
        alt = self._raw.logo.alt if self._raw.logo else ""
        return Brand(self._folder.name, meta.name, colours, text, heading, extras.footer, logo, alt)

    def _colours(self) -> Colours:
        extras = ("defaults", "lessonbuild")
        return Colours(
            ink=self._colour(("color", "foreground")),
            paper=self._colour(("color", "background")),
            accent=self._colour(("color", "primary")),
            second=self._colour(("color", "secondary")),
            dark=self._colour(("color", "dark")),
            tint=self._colour(("color", "light")),
            muted=self._colour((*extras, "muted")),
            line=self._colour((*extras, "line")),
            series=tuple(
                self._colour((*extras, "series", i)) for i in range(len(self._raw.defaults.lessonbuild.series))
            ),
        )

    def _colour(self, path: Path) -> str:
        """Six digits; a name is looked up in the palette, where it may stand for another name."""
        found: str = self._tree.at(path)
        for _ in range(len(self._raw.color.palette) + 1):
            if found.startswith("#"):
                return found[1:].upper()
            if found not in self._raw.color.palette:
                hint = did_you_mean(found, self._raw.color.palette, "colours of the palette")
                self._report("unknown-colour", f'"{found}" is not a colour of the palette', path, hint)
                return "000000"
            found = self._raw.color.palette[found]
        self._report("unknown-colour", f'"{found}" stands for itself in the palette', path, "give it six digits")
        return "000000"

    def _family(self, role: str) -> FontFamily | None:
        name: str = getattr(self._raw.typography, role)
        families = {font.family: (number, font) for number, font in enumerate(self._raw.typography.fonts)}
        if name not in families:
            hint = did_you_mean(name, families, "families under `fonts`")
            self._report("unknown-font", f'"{name}" is not among the fonts', ("typography", role), hint)
            return None
        number, font = families[name]
        path: Path = ("typography", "fonts", number, "files")
        faces: dict[str, bytes] = {}
        for i, face in enumerate(font.files):
            faces[_FACES[face.weight, face.style]] = self._face((*path, i, "path"), face.path)
        if missing := [face.replace("_", " ") for face in _FACES.values() if face not in faces]:
            self._report("missing-face", f'"{name}" has no face {", ".join(missing)}', path, "weight 400 or 700, style")
            return None
        return FontFamily(self._raw.defaults.lessonbuild.office_fonts.get(name, name), name, **faces)

    def _face(self, path: Path, name: str) -> bytes:
        data = self._file(path, name)
        if data and not data.startswith((b"\x00\x01\x00\x00", b"true")):  # OpenType with CFF cannot go into our PDFs
            self._report("font-format", f'"{name}" is not a TrueType font', path, "take the .ttf of the family")
        return data

    def _file(self, path: Path, name: str) -> bytes:
        place = self._folder / name
        try:
            if place.resolve().is_relative_to(self._folder.resolve()):
                return place.read_bytes()
            self._report("outside-brand", f'"{name}" lies outside the folder of the brand', path, "copy it there")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._report("no-such-file", f'"{name}" cannot be read: {reason}', path, f"it begins in {self._folder}")
        return b""

    def _report(self, code: str, message: str, path: Path, hint: str) -> None:
        self.problems.append(Problem(code, message, self._tree.value(path), hint))


def _too_pale(colours: Colours, tree: Tree) -> Iterator[Problem]:
    places: dict[str, Place] = {
        "ink": tree.value(("color", "foreground")),
        "muted": tree.value(("defaults", "lessonbuild", "muted")),
        "accent": tree.value(("color", "primary")),
    }
    for role, least in _LEGIBLE.items():
        ratio = contrast(getattr(colours, role), colours.paper)
        if ratio < least:
            message = f"the colour of {role} has a contrast of {ratio:.1f} to the background, and needs {least}"
            yield Problem("contrast", message, places[role], "take a darker one, or a lighter background")

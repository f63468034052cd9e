"""Brands: what the default one says, and what is refused."""

import shutil
from pathlib import Path

import pytest

from lessonbuild.model.brand import Brand
from lessonbuild.problems import SourceError
from lessonbuild.reading import brand_folder, brand_names, read_brand
from lessonbuild.reading.contrast import contrast

DEFAULT = Path(__file__).parents[2] / "assets" / "brands" / "default"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the default brand, to be spoilt."""
    return Path(shutil.copytree(DEFAULT, tmp_path / "own"))


def spoilt(folder: Path, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    file = folder / "_brand.yml"
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")
    with pytest.raises(SourceError) as caught:
        read_brand(folder)
    return [(problem.code, problem.hint) for problem in caught.value.problems]


def test_the_default_brand_names_office_fonts_and_holds_their_twins(brand: Brand) -> None:
    assert (brand.name, brand.text.name, brand.text.twin) == ("default", "Calibri", "Carlito")
    assert (brand.heading.name, brand.heading.twin) == ("Georgia", "Gelasio")
    faces = [family.regular for family in (brand.text, brand.heading)]
    assert len({*faces, brand.text.bold, brand.text.italic, brand.text.bold_italic}) == 5
    assert (brand.colours.ink, brand.colours.paper, len(brand.colours.series)) == ("1B2430", "FFFFFF", 6)


def test_a_brand_is_called_by_its_folder_and_may_have_a_logo(folder: Path) -> None:
    (folder / "logo.png").write_bytes((DEFAULT.parents[2] / "tests/samples/sourdough/crumb.png").read_bytes())
    with (folder / "_brand.yml").open("a", encoding="utf-8") as file:
        file.write("logo: {path: logo.png, alt: Three loaves}\n")
    own = read_brand(folder)
    assert (own.name, own.logo_alt) == ("own", "Three loaves")
    assert own.logo == (folder / "logo.png").read_bytes()


def test_misspelt_keys_unknown_colours_and_wrong_forms_are_all_said(folder: Path) -> None:
    assert spoilt(folder, ("primary:", "primery:"), ('"#1B2430"', "'#1B243'")) == [
        (
            "wrong-form",
            'six hexadecimal digits after #, in quotes, like "#1B2430"; or the name of a colour of the palette',
        ),
        ("unknown-key", 'did you mean "primary"?'),
    ]


def test_a_name_must_be_in_the_palette(folder: Path) -> None:
    assert spoilt(folder, ("primary: rust", "primary: rusty"), ("muted: slate", "muted: slat")) == [
        ("unknown-colour", 'did you mean "rust"?'),
        ("unknown-colour", 'did you mean "slate"?'),
    ]


def test_a_colour_that_stands_for_itself_is_refused(folder: Path) -> None:
    assert spoilt(folder, ('slate: "#5B6573"', "slate: ash\n    ash: slate"))[0][0] == "unknown-colour"


@pytest.mark.parametrize("change", [("foreground: charcoal", "foreground: silver"), ("primary: rust", "primary: sand")])
def test_a_text_that_cannot_be_read_on_its_ground_is_refused(folder: Path, change: tuple[str, str]) -> None:
    assert [code for code, _ in spoilt(folder, change)] == ["contrast"]


def test_a_font_must_be_there_whole(folder: Path) -> None:
    (folder / "fonts" / "Carlito-Bold.ttf").unlink()
    (folder / "fonts" / "Carlito-Italic.ttf").write_bytes(b"wOF2 is not a TrueType font")
    assert [code for code, _ in spoilt(folder, ("headings: Gelasio", "headings: Gelassio"))] == [
        "no-such-file",
        "font-format",
        "unknown-font",
    ]


def test_a_missing_face_is_named(folder: Path) -> None:
    change = (
        "Carlito-BoldItalic.ttf, weight: 700, style: italic",
        "Carlito-BoldItalic.ttf, weight: 700, style: normal",
    )
    assert [code for code, _ in spoilt(folder, change)] == ["missing-face"]


def test_nothing_outside_the_folder_is_read(folder: Path) -> None:
    assert spoilt(folder, ("fonts/Carlito-Bold.ttf", "../Carlito-Bold.ttf"))[0][0] == "outside-brand"


def test_brands_are_found_in_the_working_folder_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = folder.parent
    (root / "assets/brands").mkdir(parents=True)
    folder.rename(root / "assets/brands/own")
    monkeypatch.chdir(root)
    assert brand_names() == ("default", "own")
    assert brand_folder("own") == Path("assets/brands/own")
    assert read_brand(brand_folder("default")).name == "default"
    with pytest.raises(SourceError) as caught:
        brand_folder("onw")
    assert caught.value.problems[0].hint == 'did you mean "own"?'


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("1B2430", "1B2430") == 1


def test_each_family_comes_with_its_licence() -> None:
    for family in ("Carlito", "Gelasio"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (DEFAULT / "fonts" / f"{family}-OFL.txt").read_text("utf-8")

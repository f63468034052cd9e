"""Packages are the same bytes whenever they are made, and one with two members of a name is refused."""

import warnings
import zipfile
from io import BytesIO

import pytest

from lessonbuild.writers.office import settled


def package(
    members: list[tuple[str, bytes]], when: tuple[int, int, int, int, int, int] = (2020, 1, 1, 0, 0, 0)
) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, data in members:
            target.writestr(zipfile.ZipInfo(name, when), data)
    return out.getvalue()


CORE = b'<dcterms:created xsi:type="dcterms:W3CDTF">%b</dcterms:created>'


def test_order_and_dates_do_not_matter() -> None:
    one = package(
        [("a.xml", b"a"), ("[Content_Types].xml", b"t"), ("docProps/core.xml", CORE % b"2020-02-02T10:00:00Z")]
    )
    two = package(
        [("docProps/core.xml", CORE % b"2024-04-04T11:11:11Z"), ("[Content_Types].xml", b"t"), ("a.xml", b"a")],
        (2024, 4, 4, 1, 1, 2),
    )
    assert settled(one, "2026-11-23") == settled(two, "2026-11-23")
    found = zipfile.ZipFile(BytesIO(settled(one, "2026-11-23")))
    assert found.namelist() == ["[Content_Types].xml", "a.xml", "docProps/core.xml"]
    assert b">2026-11-23T00:00:00Z<" in found.read("docProps/core.xml")


def test_a_workbook_inside_is_settled_too() -> None:
    books = [
        package([("docProps/core.xml", CORE % stamp)]) for stamp in (b"2020-02-02T10:00:00Z", b"2021-01-01T10:00:00Z")
    ]
    one, two = (settled(package([("ppt/embeddings/book1.xlsx", book)]), "2026-11-23") for book in books)
    assert one == two


def test_two_members_of_one_name_are_refused() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = package([("ppt/slides/slide1.xml", b"one"), ("ppt/slides/slide1.xml", b"two")])
    with pytest.raises(ValueError, match="slide1"):
        settled(data, "2026-11-23")

"""The finished package: what XlsxWriter does not write (language, our name, straight lines), the same each time."""

import zipfile
from html import escape
from io import BytesIO

from lessonbuild.model.brand import Brand
from lessonbuild.model.workbook import Workbook
from lessonbuild.writers.office import app_properties, settled

_END = b"</cp:coreProperties>"


def package(data: bytes, workbook: Workbook, brand: Brand) -> bytes:
    """XlsxWriter's bytes with our properties, settled."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, _part(name, source.read(name), workbook, brand))
    return settled(out.getvalue(), workbook.date)


def _part(name: str, data: bytes, workbook: Workbook, brand: Brand) -> bytes:
    if name == "docProps/app.xml":
        return app_properties(brand)
    if name.startswith("xl/charts/chart") and b"<c:lineChart>" in data:
        return data.replace(b"</c:ser>", b'<c:smooth val="0"/></c:ser>')  # LibreOffice rounds lines that do not say so
    if name == "docProps/core.xml":
        language = f"<dc:language>{escape(workbook.language)}</dc:language>".encode()
        return data.replace(_END, language + _END)
    return data

"""The file itself, with its small objects packed: a structure tree has thousands, which reportlab writes at length.

Object streams and the cross-reference stream are those of ISO 32000-1, 7.5.7 and 7.5.8: every reader since 2003 knows
them.
"""

from collections.abc import Iterator
from hashlib import md5
from typing import Any
from zlib import compress

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfdoc import format as formatted

_EACH = 200  # objects in one stream: a reader unpacks all of them for one

rl_config.useA85 = 0  # reportlab's way to say that streams are bytes, not a quarter longer as printable characters


def packed(document: PDFDocument) -> bytes:
    """The bytes of a document that is ready to be written."""
    document.encrypt.prepare(document)
    root, info = (document.Reference(each) for each in (document.Catalog, document.info))
    bodies = dict(enumerate(_bodies(document), 1))
    small = [number for number, body in bodies.items() if not _is_stream(body)]
    places: dict[int, tuple[int, int, int]] = {}  # by number: kind, then where it is and, in a stream, how far
    groups = [small[start : start + _EACH] for start in range(0, len(small), _EACH)]
    for number, group in enumerate(groups, len(bodies) + 1):
        bodies[number] = _object_stream([(each, bodies.pop(each)) for each in group])
        places |= {each: (2, number, index) for index, each in enumerate(group)}
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    for number, body in bodies.items():
        places[number] = (1, len(out), 0)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    last, start = max(places) + 1, len(out)
    places[last] = (1, start, 0)
    words = b"/Root %s /Info %s /ID [<%s> <%s>]" % (
        root.format(document), info.format(document), *[md5(out, usedforsecurity=False).hexdigest().encode()] * 2,
    )  # fmt: skip
    out += b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (last, _references(places, words), start)
    return bytes(out)


def _bodies(document: PDFDocument) -> Iterator[bytes]:
    """The objects in the order of their numbers; while one is formatted, more may be added."""
    number = 1
    while number in document.numberToId:
        body: Any = formatted(document.idToObject[document.numberToId[number]], document, toplevel=1)
        body = (body if isinstance(body, bytes) else body.encode("latin1")).rstrip(b"\n")
        yield body.removesuffix(b"endstream") + b"\nendstream" if _is_stream(body) else body
        number += 1


def _is_stream(body: bytes) -> bool:
    return body.endswith(b"endstream")


def _stream(words: bytes, data: bytes) -> bytes:
    data = compress(data)
    return b"<</Filter /FlateDecode /Length %d %s>>\nstream\n%s\nendstream" % (len(data), words, data)


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    """Numbers and places first, then the objects."""
    heads, bodies = bytearray(), bytearray()
    for number, body in objects:
        heads += b"%d %d " % (number, len(bodies))
        bodies += body + b"\n"
    return _stream(b"/Type /ObjStm /N %d /First %d" % (len(objects), len(heads)), bytes(heads + bodies))


def _references(places: dict[int, tuple[int, int, int]], words: bytes) -> bytes:
    """Where each object is: one byte for the kind, four for the place, two for the index in a stream."""
    rows = [(0, 0, 65535), *(places[number] for number in sorted(places))]
    table = b"".join(k.to_bytes(1) + place.to_bytes(4) + index.to_bytes(2) for k, place, index in rows)
    return _stream(b"/Type /XRef /Size %d /W [1 4 2] %s" % (len(rows), words), table)

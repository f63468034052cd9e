"""How much a filled form may be: far more than a form that people fill in, far less than what stops a computer."""

import re

from lessonbuild.collecting.filled import Refused

FILE = 10_000_000  # bytes; our forms have about 100,000
FIELDS = 2_000
TEXT = 10_000  # characters of one answer: five pages of typing
PARTS = 500  # of a Word file; ours have about 20
INFLATED = 50_000_000  # bytes of all parts of a Word file, or of all streams of a PDF
STREAM = 20_000_000  # bytes of one stream of a PDF
RATIO = 200  # of a part's size to its packed size; XML that people write packs to a tenth or twentieth
OBJECTS = 20_000  # of a PDF; ours have about 500
DEPTH = 60  # dictionaries within dictionaries

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SILENT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def answer(name: str, words: str) -> str:
    """An answer as it is collected: breaks are line feeds, no silent characters, no blanks around. Raises Refused."""
    if len(words) > TEXT:
        raise Refused("answer-too-long", field=name[:60], count=len(words), most=TEXT)
    return _SILENT.sub("", _BREAKS.sub("\n", words)).strip()

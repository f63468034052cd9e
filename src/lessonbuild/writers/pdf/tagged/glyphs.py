"""What each glyph of an embedded face says: reportlab's own maps name U+0000, which PDF/UA forbids (7.21.7)."""

from collections.abc import Sequence

from reportlab.pdfbase import ttfonts

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
"""
_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
_BLOCK = 100  # entries, the most that the format allows in one


def unicode_map(_name: str, subset: Sequence[int]) -> str:
    """The characters of a subset by their code in the page, as UTF-16."""
    entries = [
        f"<{code:02X}> <{chr(sign).encode('utf-16-be').hex().upper()}>" for code, sign in enumerate(subset) if sign
    ]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    return _HEAD + "".join(f"{len(b)} beginbfchar\n{chr(10).join(b)}\nendbfchar\n" for b in blocks) + _FOOT


def mend() -> None:
    """Let reportlab embed these maps. It has no other place for them than the name that it calls."""
    ttfonts.makeToUnicodeCMap = unicode_map

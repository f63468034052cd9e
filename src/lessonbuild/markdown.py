"""The Markdown of an author's prose: a small subset, as runs of text and blocks. What is outside it is an error.

Strong, emphasis, code, links, paragraphs and flat lists. A single line break is a space. Straight quotes and
apostrophes become typographic; nothing else is changed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from lessonbuild.model.document import Block, BulletList, NumberedList, Paragraph
from lessonbuild.model.text import Run, Style, Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_OUTSIDE = {
    "heading_open": ("a heading cannot stand in a text", "take off the # signs, or the line of - or = below it"),
    "hr": ("a rule cannot stand in a text", "leave it out"),
    "code_block": ("an indented line becomes a block of code", "take out the spaces before the line"),
    "fence": ("a block of code cannot stand in a text", "write `code` within a sentence"),
    "html_block": ("HTML cannot stand in a text", "write it in words; put a backslash before a < that is meant"),
    "html_inline": ("HTML cannot stand in a text", "write it in words; put a backslash before a < that is meant"),
    "blockquote_open": ("a quotation block cannot stand in a text", "put the words in quotation marks"),
    "table_open": ("a table cannot stand in a text", "write it under `tables:` and refer to it by its id"),
    "image": ("a picture cannot stand in a text", "make a slide of the kind `picture`"),
}
_SCHEMES = ("https://", "http://", "mailto:")


class MarkdownError(ValueError):
    """Markdown outside the subset. `offset` counts the lines from the first line of the text."""

    def __init__(self, message: str, hint: str, offset: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.offset = message, hint, offset


def line(source: str) -> Text:
    """The runs of one line of Markdown; a numbered start ("1. May") is text here. Raises MarkdownError."""
    tokens = _reader().parse(source.strip())
    if len(tokens) > 3 and tokens[0].type == "paragraph_open" and tokens[3].type == "paragraph_open":
        raise MarkdownError("this is one line and cannot have paragraphs", "take out the empty line", _row(tokens[3]))
    for token in tokens:
        if token.type == "bullet_list_open":
            raise MarkdownError(
                "this is one line and cannot be a list", "take off the mark before the words", _row(token)
            )
        _refuse(token, _row(token))
    inline = _reader().parseInline(source.strip())[0]
    return tuple(_runs(inline, 0))


def prose(source: str) -> tuple[Block, ...]:
    """The paragraphs and lists of a text. Raises MarkdownError."""
    return tuple(_blocks(_reader().parse(source)))


@lru_cache(maxsize=1)
def _reader() -> "MarkdownIt":
    """CommonMark with typographic quotes; it sees tables, to refuse them, and no link definitions: they vanish."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"typographer": True})
    reader.core.ruler.after("smartquotes", "lone_quotes", _lone_quotes)
    return reader.enable(["smartquotes", "table"]).disable("reference")


def _lone_quotes(state: "StateCore") -> None:
    """Quotes that found no partner: an apostrophe ('90s), or speech that goes on in the next paragraph. 6" stays."""
    for token in (child for inline in state.tokens for child in inline.children or [] if child.type == "text"):
        curled = token.content.replace("'", "’")
        token.content = re.sub(r'(?<![^\s(\[])"', "“", re.sub(r'(?<=[^\s\d(\[])"', "”", curled))


def _blocks(tokens: list["Token"]) -> Iterator[Block]:
    rest = iter(tokens)
    for token in rest:
        match token.type:
            case "inline":
                yield Paragraph(tuple(_runs(token, _row(token))))
            case "bullet_list_open":
                yield BulletList(tuple(_items(rest, token)))
            case "ordered_list_open":
                yield NumberedList(tuple(_items(rest, token)), int(token.attrs.get("start", 1)))
            case _:
                _refuse(token, _row(token))


def _items(rest: Iterator["Token"], opening: "Token") -> Iterator[Text]:
    """The items of a flat list; takes the tokens up to the end of the list."""
    item: Text | None = None
    row = _row(opening)
    for token in rest:
        row = token.map[0] if token.map else row
        match token.type:
            case "bullet_list_close" | "ordered_list_close":
                return
            case "bullet_list_open" | "ordered_list_open":
                raise MarkdownError("a list cannot stand in a list", "make it one list, or two with text between", row)
            case "inline" if item:
                raise MarkdownError("an item of a list has one paragraph", "take out the empty line in the item", row)
            case "inline":
                item = tuple(_runs(token, row))
            case "list_item_close" if not item:
                raise MarkdownError("an item of a list is empty", "write something after its mark, or take it out", row)
            case "list_item_close":
                yield item or ()
                item = None
            case _:
                _refuse(token, row)


def _refuse(token: "Token", row: int) -> None:
    if token.type in _OUTSIDE:
        message, hint = _OUTSIDE[token.type]
        raise MarkdownError(message, hint, row)


def _runs(inline: "Token", row: int) -> Iterator[Run]:
    """Runs of equal style and link, joined."""
    joined: Run | None = None
    for run in _pieces(inline, row):
        if joined and (joined.style, joined.link) == (run.style, run.link):
            joined = Run(joined.text + run.text, run.style, run.link)
        else:
            if joined:
                yield joined
            joined = run
    if joined:
        yield joined


def _pieces(inline: "Token", row: int) -> Iterator[Run]:
    styles: list[Style] = [Style.PLAIN]
    link: str | None = None
    for token in inline.children or []:
        match token.type:
            case "text" | "text_special":
                if token.content:
                    yield Run(token.content.replace("\t", " "), styles[-1], link)
            case "code_inline":
                yield Run(token.content.replace("\t", " "), Style.CODE, link)
            case "softbreak" | "hardbreak":
                row += 1
                yield Run(" ", styles[-1], link)
            case "strong_open" | "em_open":
                strong = token.type == "strong_open" or Style.STRONG in styles  # both at once: strong
                styles.append(Style.STRONG if strong else Style.EMPHASIS)
            case "strong_close" | "em_close":
                styles.pop()
            case "link_open":
                link = _address(token, row)
            case "link_close":
                link = None
            case _:
                _refuse(token, row)


def _address(token: "Token", row: int) -> str:
    address = str(token.attrs.get("href", ""))
    if not address.startswith(_SCHEMES):
        raise MarkdownError(f'"{address}" is not a full address', "begin it with https://", row)
    if "title" in token.attrs:
        raise MarkdownError("the title of a link is shown nowhere", "take out the words after the address", row)
    return address


def _row(token: "Token") -> int:
    return token.map[0] if token.map else 0

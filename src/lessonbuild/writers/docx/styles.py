"""The styles of our Word documents, as a table that can be read; `stylesheet.py` makes styles.xml of it."""

from dataclasses import dataclass

from lessonbuild.writers.docx.geometry import COLUMN, Page

BODY, LINE = 10.5, 14.0  # size and line of running text


@dataclass(frozen=True, slots=True)
class Style:
    """One row: what differs from the style that it is based on. Sizes and distances in points."""

    name: str  # as Word shows it; the id is the name without blanks
    based: str = "Normal"
    size: float | None = None
    line: float | None = None  # at least, unless `exact`: lines grow with what stands in them
    exact: bool = False
    before: float | None = None
    after: float | None = None
    colour: str | None = None
    heading: bool | None = None  # in the brand's family for headings, or back in that for text
    bold: bool | None = None
    italic: bool | None = None
    underline: bool = False
    keep: bool = False  # with what follows
    outline: int | None = None  # of a heading, from 0; a heading stays with what follows, and in one piece
    left: float | None = None
    right: float | None = None
    hanging: float = 0.0
    align: str | None = None
    list: int | None = None  # the numbering that its paragraphs belong to
    tabs: tuple[tuple[float, str, str], ...] = ()  # place, kind, leader
    character: bool = False
    ground: str | None = None
    ruled: bool = False  # a rule under each paragraph, to write on

    @property
    def id(self) -> str:
        """The name by which paragraphs refer to it."""
        return "".join("TOC" if word == "toc" else word[0].upper() + word[1:] for word in self.name.split())


# fmt: off
def styles(page: Page) -> tuple[Style, ...]:
    """All styles but the tables'."""
    wide, tight, ragged = page.text, page.tight, page.ragged
    title, subtitle = ((21, 25, 1), (11, 15, 8)) if tight else ((28, 33, 4), (13, 18, 20))  # size, line, after
    leaders = ((wide, "right", "dot"),)
    return (
        Style("Normal", based="", size=BODY, line=LINE, after=6, colour="ink", right=ragged),
        Style("Title", size=title[0], line=title[1], after=title[2], colour="dark", heading=True, right=0, keep=True),
        Style("Document Heading", based="Title", outline=0),  # the title where it is the only heading
        Style("Subtitle", size=subtitle[0], line=subtitle[1], after=subtitle[2], colour="muted", right=0),
        Style("heading 1", size=18, line=22, before=20, after=7, colour="dark", heading=True, right=0, outline=0),
        Style("heading 2", size=13, line=16.5, before=13, after=4, colour="dark", heading=True, right=0, outline=1),
        Style("heading 3", size=11.5, line=15, before=12, after=4, colour="dark", bold=True, right=0, outline=2),
        Style("Moment", based="Heading2", outline=1, before=13, after=3, left=COLUMN, hanging=COLUMN),
        Style("Lead", size=12, line=16.5, after=8, colour="dark"),
        Style("Source", size=8.5, line=11.5, after=7, colour="muted"),
        Style("Label", size=10.5, line=14, before=8, after=2, bold=True, keep=True, colour="dark"),
        Style("caption", size=10.5, line=14, before=12, after=5, colour="ink", keep=True, right=0, bold=True),
        Style("Picture", after=4, right=0),
        Style("List Bullet", after=2, left=14, hanging=14, right=ragged, list=1),
        Style("List Number", after=2, left=18, hanging=18, right=ragged, list=2),
        Style("Checklist", after=4, left=26, hanging=26, right=ragged, list=3),
        Style("Term", after=3),
        Style("Table Text", size=9.5, line=12.5, before=0, after=0, right=0),
        Style("Table Head", based="TableText", bold=True, colour="dark", keep=True),
        Style("Table Number", based="TableText", align="right"),
        Style("Table Number Head", based="TableHead", align="right"),
        Style("Table Band", based="TableText", bold=True, keep=True, colour="dark"),
        Style("Table Tick", based="TableText", align="center"),
        Style("Table Tick Head", based="TableHead", size=9, line=11.5, align="center"),
        Style("Table Box", based="TableText", line=22, align="center"),
        Style("Table End", size=1, line=2, exact=True, before=0, after=0, right=0),
        Style("Cue Say", heading=True, size=10, line=13.5, after=4, right=0),
        Style("Cue Do", after=4, right=0),
        Style("Cue Ask", bold=True, after=4, right=0),
        Style("Cue Expect", size=9.5, line=12.5, after=4, colour="muted", right=0),
        Style("Cue Next", italic=True, after=4, right=0),
        Style("Moment Fact", size=9, line=12.5, after=1, colour="muted", left=COLUMN, right=0, keep=True),
        Style("Callout Label", size=9.5, line=13, after=0, bold=True, colour="dark", keep=True),
        Style("Callout Text", size=10, line=13.5, after=0),
        Style("Formula", heading=True, size=12.5, line=16.5, after=3, colour="dark", keep=True),
        Style("Statement", heading=True, size=18, line=25, before=6, after=12, colour="dark"),
        Style("Big Number", heading=True, size=40, line=46, before=6, after=0, colour="accent", keep=True),
        Style("Divider", heading=True, size=20, line=26, before=18, after=8, keep=True, right=0),
        Style("Field Label", based="Label", before=13, after=1, right=0),
        Style("Field Name", based="TableText", size=BODY, line=LINE, after=2, bold=True, colour="dark"),
        Style("Field Hint", based="Source", after=0, right=0, keep=True),
        Style("Field Entry", based="TableText", size=8, line=LINE, after=2, colour="muted"),  # grey: what is typed
        Style("Field Cell", based="TableText", size=8, colour="muted"),  # there has a style of its own
        Style("Field Number", based="FieldCell", align="right"),
        Style("Answer Line", size=9, line=22.7, after=0, exact=True, right=0, ruled=True),
        Style("Answer Field", based="AnswerLine", size=8, colour="muted"),
        Style("Answer Option", line=18, after=2, left=26, hanging=26, right=0),
        Style("Scale Word", size=9, line=12, after=2, align="center", right=0, keep=True),
        Style("Scale Box", line=22, after=0, align="center", right=0),
        Style("Stage Number", heading=True, size=16, line=20, after=1, colour="accent", right=0, keep=True),
        Style("Card", based="TableText", size=10, line=13.5, after=2),
        Style("Card Name", based="Card", bold=True, colour="dark", size=10.5, line=14, keep=True),
        Style("Cards Heading", heading=True, size=12, line=15, exact=True, after=9, colour="dark", right=0, outline=0),
        Style("Cards Gap", size=1, line=24, exact=True, after=0, right=0),
        Style("Cut Over", size=9, line=12, after=7, colour="muted", right=0, keep=True),
        Style("Cut Title", size=18, line=22, after=10, colour="dark", heading=True, right=0, keep=True),
        Style("Cut Label", based="CutText", bold=True, colour="dark", after=3, keep=True),
        Style("Cut Text", size=11, line=14, after=4, right=0),
        Style("Certificate Word", size=12, line=16, after=0, bold=True, colour="accent", right=0, outline=0),
        Style("Certificate Name", size=8, line=34, before=30, after=0, colour="muted", right=0),
        Style("Certificate Label", size=9, line=12, before=4, after=0, colour="muted", right=0),
        Style("Certificate Sign", size=8, line=15, after=2, colour="muted", right=0),
        Style("Certificate Reached", size=10.5, line=14, before=16, after=3, bold=True, colour="dark", right=0),
        Style("Certificate Text", size=12, line=17, before=22, after=10, right=0),
        Style("Certificate Title", size=26, line=32, after=8, colour="dark", heading=True, right=0),
        Style("Certificate Under", size=15, line=20, after=8, colour="muted", heading=True, right=0),
        Style("Certificate Fact", size=11, line=15, after=2, right=0),
        Style("Certificate Point", size=10, line=13.5, after=2, left=12, hanging=12, right=0, list=1),
        Style("TOC Heading", size=14, line=18, before=0, after=8, colour="dark", heading=True, keep=True, right=0),
        Style("toc 1", after=3, colour="ink", tabs=leaders, right=0),
        Style("toc 2", after=1, left=14, size=9.5, line=13, colour="muted", tabs=leaders, right=0),
        Style("toc 3", after=1, left=28, size=9.5, line=13, colour="muted", tabs=leaders, right=0),
        Style("header", size=8.5, line=12, after=0, colour="muted", right=0, tabs=((wide, "right", "none"),)),
        Style("footer", based="Header", tabs=((wide / 2, "center", "none"),)),
        Style("Default Paragraph Font", based="", character=True),
        Style("Strong", based="", character=True, bold=True),
        Style("Emphasis", based="", character=True, italic=True),
        Style("Code", based="", character=True, ground="tint"),
        Style("Hyperlink", based="", character=True, colour="second", underline=True),
        Style("Clock", based="", character=True, heading=False, bold=True, colour="ink", size=11.5),
        Style("Minutes", based="", character=True, heading=False, colour="muted", size=8.5),
        Style("Box", based="", character=True, size=20),
        Style("Entry", based="", character=True, size=BODY, colour="ink"),
        Style("Cell Entry", based="", character=True, size=9.5, colour="ink"),
        Style("Certificate Entry", based="", character=True, heading=True, size=26, colour="ink"),
        Style("Placeholder Text", based="", character=True, heading=False, bold=False, size=8, colour="muted"),
        Style("Tag", based="", character=True, heading=False, bold=True, italic=False, size=8.5),
    )
# fmt: on

"""Draws a decided plot as a native chart that can be edited: the chart's part with its workbook, and its frame."""

from io import BytesIO
from typing import Any

from lessonbuild.model.blocks import Chart
from lessonbuild.writers.pptx import scatter
from lessonbuild.writers.pptx.chart_columns import columns, number_format
from lessonbuild.writers.pptx.chart_xml import C, chart_xml
from lessonbuild.writers.pptx.markup import graphic_frame, named
from lessonbuild.writers.pptx.pieces import Plot


def chart_frame(piece: Plot, part: Any, number: int, holder: str, language: str) -> str:
    """Adds the chart to the slide's part; gives the XML of the frame that shows it."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    relation = part.relate_to(_chart_part(piece, part.package, language), RELATIONSHIP_TYPE.CHART)
    chart = f'<c:chart xmlns:c="{C}" r:id="{relation}"/>'
    return graphic_frame(named(number, f"Chart {number}", piece.chart.alt), holder, piece.box, C, chart)


def _chart_part(piece: Plot, package: Any, language: str) -> Any:
    from pptx.opc.constants import CONTENT_TYPE
    from pptx.parts.chart import ChartPart

    name = package.next_partname(ChartPart.partname_template)
    made = ChartPart.load(name, CONTENT_TYPE.DML_CHART, package, chart_xml(piece, language).encode())
    made.chart_workbook.update_from_xlsx_blob(_workbook(piece))
    return made


def _workbook(piece: Plot) -> bytes:
    """The numbers as PowerPoint's "Edit data" shows them: categories down, series across. No words are a formula."""
    from xlsxwriter import Workbook

    scattered = piece.chart.kind is Chart.Kind.SCATTER
    rows = scatter.rows(piece) if scattered else piece.chart.categories
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        sheet, form = book.add_worksheet(), book.add_format({"num_format": number_format(piece.chart.decimals)})
        for row, name in enumerate(rows, 1):
            sheet.write_string(row, 0, name)
        for column, (name, values) in enumerate(scatter.columns(piece) if scattered else columns(piece.chart), 1):
            sheet.write_string(0, column, name)
            for row, value in enumerate(values, 1):
                if value is not None:
                    sheet.write_number(row, column, value, form)
    return out.getvalue()

"""One file a published document; this list is the folder's table of contents, in the order of the work."""

from lessonbuild.documents.case_studies import case_studies
from lessonbuild.documents.facilitator_guide import facilitator_guide
from lessonbuild.documents.handout import handout
from lessonbuild.documents.peer_feedback import peer_feedback
from lessonbuild.documents.publication import Publication
from lessonbuild.documents.rubric import rubric
from lessonbuild.documents.run_sheet import run_sheet
from lessonbuild.documents.slides import slides

DOCUMENTS = (
    Publication("slides", ("pptx",), slides),
    Publication("facilitator-guide", ("docx", "pdf"), facilitator_guide),
    Publication("run-sheet", ("pdf", "docx"), run_sheet),
    Publication("case-study", ("pdf", "docx"), case_studies),
    Publication("handout", ("docx", "pdf"), handout),
    Publication("rubric", ("docx", "pdf"), rubric),
    Publication("peer-feedback", ("docx", "pdf"), peer_feedback),
)

__all__ = ["DOCUMENTS", "Publication"]

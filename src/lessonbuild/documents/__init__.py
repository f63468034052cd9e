"""One file a published document; this list is the folder's table of contents, in the order of the work."""

from lessonbuild.documents.answer_key import answer_key
from lessonbuild.documents.attendance import attendance
from lessonbuild.documents.budget import budget
from lessonbuild.documents.budget_model import budget_model, budget_model_solution
from lessonbuild.documents.case_studies import case_studies
from lessonbuild.documents.certificate import certificate
from lessonbuild.documents.commitments import commitments
from lessonbuild.documents.cost_audit import cost_audit
from lessonbuild.documents.cost_data import cost_data, cost_data_learner
from lessonbuild.documents.discussion_cards import discussion_cards
from lessonbuild.documents.executive_briefing import executive_briefing
from lessonbuild.documents.experiments import experiments
from lessonbuild.documents.facilitator_guide import facilitator_guide
from lessonbuild.documents.handout import handout
from lessonbuild.documents.implementation_plan import implementation_plan
from lessonbuild.documents.invitation import invitation
from lessonbuild.documents.observation_checklist import observation_checklist
from lessonbuild.documents.peer_feedback import peer_feedback
from lessonbuild.documents.project_brief import project_brief
from lessonbuild.documents.publication import Group, Publication
from lessonbuild.documents.reflection_paper import reflection_paper
from lessonbuild.documents.role_cards import role_cards
from lessonbuild.documents.rubric import rubric
from lessonbuild.documents.run_sheet import run_sheet
from lessonbuild.documents.session_feedback import session_feedback
from lessonbuild.documents.slides import slides
from lessonbuild.documents.team_boards import team_boards
from lessonbuild.documents.usage import usage
from lessonbuild.documents.worksheets import worksheets
from lessonbuild.model.document import Audience

_FACILITATOR, _LEARNER = Audience.FACILITATOR, Audience.LEARNER
_SESSION, _HANDOUTS, _FORMS, _DATA = Group.SESSION, Group.HANDOUTS, Group.FORMS, Group.DATA

DOCUMENTS = (
    Publication("invitation", _SESSION, _LEARNER, ("docx",), invitation),
    Publication("slides", _SESSION, _FACILITATOR, ("pptx",), slides),
    Publication("facilitator-guide", _SESSION, _FACILITATOR, ("docx", "pdf"), facilitator_guide),
    Publication("run-sheet", _SESSION, _FACILITATOR, ("pdf", "docx"), run_sheet),
    Publication("answer-key", _SESSION, _FACILITATOR, ("docx", "pdf"), answer_key),
    Publication("case-study", _HANDOUTS, _LEARNER, ("pdf", "docx"), case_studies),
    Publication("project-brief", _HANDOUTS, _LEARNER, ("pdf", "docx"), project_brief),
    Publication("role-cards", _HANDOUTS, _LEARNER, ("pdf", "docx"), role_cards),
    Publication("discussion-cards", _HANDOUTS, _LEARNER, ("pdf", "docx"), discussion_cards),
    Publication("worksheets", _HANDOUTS, _LEARNER, ("docx", "pdf"), worksheets),
    Publication("team-boards", _HANDOUTS, _LEARNER, ("pptx",), team_boards),
    Publication("handout", _HANDOUTS, _LEARNER, ("docx", "pdf"), handout),
    Publication("reflection-paper", _HANDOUTS, _LEARNER, ("docx",), reflection_paper),
    Publication("implementation-plan", _HANDOUTS, _LEARNER, ("docx",), implementation_plan),
    Publication("cost-audit", _HANDOUTS, _LEARNER, ("docx", "pdf"), cost_audit),
    Publication("executive-briefing", _HANDOUTS, _LEARNER, ("pptx",), executive_briefing),
    Publication("attendance", _FORMS, _FACILITATOR, ("docx", "pdf"), attendance),
    Publication("observation-checklist", _FORMS, _FACILITATOR, ("docx", "pdf"), observation_checklist),
    Publication("rubric", _FORMS, _LEARNER, ("docx", "pdf"), rubric),
    Publication("peer-feedback", _FORMS, _LEARNER, ("docx", "pdf"), peer_feedback),
    Publication("session-feedback", _FORMS, _LEARNER, ("docx", "pdf"), session_feedback),
    Publication("certificate", _FORMS, _LEARNER, ("docx", "pdf"), certificate),
    Publication("budget-model", _DATA, _LEARNER, ("xlsx",), budget_model),
    Publication("budget-model-solution", _DATA, _FACILITATOR, ("xlsx",), budget_model_solution),
    Publication("cost-data", _DATA, _LEARNER, ("csv",), cost_data),
    Publication("cost-data-learner", _DATA, _LEARNER, ("csv",), cost_data_learner),
    Publication("usage", _DATA, _LEARNER, ("csv",), usage),
    Publication("budget", _DATA, _LEARNER, ("csv",), budget),
    Publication("experiments", _DATA, _LEARNER, ("csv",), experiments),
    Publication("commitments", _DATA, _LEARNER, ("csv",), commitments),
)

__all__ = ["DOCUMENTS", "Group", "Publication"]

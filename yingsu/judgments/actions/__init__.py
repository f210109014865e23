"""What is done once a court has decided, one module a subject."""

from yingsu.judgments.actions.appeals import decide_appeal, enter_appeal, enter_effective
from yingsu.judgments.actions.corrections import inform, self_correct
from yingsu.judgments.actions.decisions import Received, enter_decision
from yingsu.judgments.actions.performance import note_progress, order_performance, perform
from yingsu.judgments.actions.recommendations import answer, sign_reply, write_opinion
from yingsu.judgments.actions.reports import acknowledge_report, draft_report, file_report, submit_report

__all__ = [
    "Received",
    "acknowledge_report",
    "answer",
    "decide_appeal",
    "draft_report",
    "enter_appeal",
    "enter_decision",
    "enter_effective",
    "file_report",
    "inform",
    "note_progress",
    "order_performance",
    "perform",
    "self_correct",
    "sign_reply",
    "submit_report",
    "write_opinion",
]

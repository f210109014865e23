"""Everything that writes in the response room, one module a subject of the chapter."""

from yingsu.response.actions.evidence import (
    add_evidence,
    change_evidence,
    draft_catalogue,
    remove_evidence,
    reorder_evidence,
)
from yingsu.response.actions.extension import apply_extension, extension_granted, extension_refused
from yingsu.response.actions.filing import file_with_court
from yingsu.response.actions.handling import (
    approve_opinion,
    change_unit,
    decide_unit,
    put_up_opinion,
    return_opinion,
)
from yingsu.response.actions.preparation import (
    add_checklist_item,
    assess_risk,
    draft_answer,
    finish_preparation,
    tick,
)
from yingsu.response.actions.transfer import acknowledge, pass_on

__all__ = [
    "acknowledge",
    "add_checklist_item",
    "add_evidence",
    "apply_extension",
    "approve_opinion",
    "assess_risk",
    "change_evidence",
    "change_unit",
    "decide_unit",
    "draft_answer",
    "draft_catalogue",
    "extension_granted",
    "extension_refused",
    "file_with_court",
    "finish_preparation",
    "pass_on",
    "put_up_opinion",
    "remove_evidence",
    "reorder_evidence",
    "return_opinion",
    "tick",
]

"""Acts around a hearing, one module a subject. What the law refuses is not entered."""

from yingsu.hearings.actions.appearances import (
    acknowledge_filing,
    file_appearance,
    file_certificate,
    plan_appearance,
)
from yingsu.hearings.actions.inability import state_inability
from yingsu.hearings.actions.recording import Appeared, record_hearing
from yingsu.hearings.actions.setting import cancel_hearing, mark_matter, set_hearing

__all__ = [
    "Appeared",
    "acknowledge_filing",
    "cancel_hearing",
    "file_appearance",
    "file_certificate",
    "mark_matter",
    "plan_appearance",
    "record_hearing",
    "set_hearing",
    "state_inability",
]

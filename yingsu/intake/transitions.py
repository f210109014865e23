"""The states of a proposal, as a table one can read aloud."""

from dataclasses import dataclass

from yingsu.base.refusal import Refused
from yingsu.intake.capabilities import CONFIRM, RECEIVE


@dataclass(frozen=True, slots=True)
class Transition:
    """From a state, by a verb, to a state; the right it needs and the article it serves."""

    before: str
    verb: str
    after: str
    right: str
    article: str


TRANSITIONS = (
    Transition("proposed", "confirm", "confirmed", CONFIRM, "10"),
    Transition("proposed", "set_aside", "set_aside", RECEIVE, "10"),
    Transition("set_aside", "reopen", "proposed", RECEIVE, "10"),
)
WORDS = {"confirmed": "已经核定登记", "set_aside": "已经放在“暂不处理”", "proposed": "正在等待核对"}


def transition(state: str, verb: str) -> Transition:
    """The row for *verb* from *state*; refused (409) when the table has none."""
    for row in TRANSITIONS:
        if (row.before, row.verb) == (state, verb):
            return row
    raise Refused(
        f"这份文书{WORDS.get(state, '的状态已经变化')}。", "请刷新页面，按现在的状态办理。", status=409
    )

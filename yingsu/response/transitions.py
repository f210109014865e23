"""The way of a handling opinion, as a table (办法第十三条)."""

from yingsu.base.refusal import Refused
from yingsu.documents.transitions import Transition, find
from yingsu.response.capabilities import DIRECT

OPINION = (
    # from                   verb           to          right   article
    Transition("put_up",     "approve",     "approved", DIRECT, "13.1"),
    Transition("put_up",     "change_unit", "approved", DIRECT, "13.1"),
    Transition("put_up",     "return",      "returned", DIRECT, "13.1"),
)  # fmt: skip

STATES = {"put_up": "待批办", "approved": "已批准", "returned": "已退回"}


def transition(state: str, verb: str) -> Transition:
    """The row for *verb* in *state*; refused (409) when the opinion was directed already."""
    row = find(OPINION, state, verb)
    if row is None:
        raise Refused(
            f"这份拟办意见{STATES[state]}，不能再次批办。",
            "可能已由其他负责人批办，请刷新页面查看批办结果。",
            article="办法第十三条第一款",
            status=409,
        )
    return row

"""The way of a document, as a table one can read aloud (办法第十四条第二款)."""

from collections.abc import Iterable
from dataclasses import dataclass

from yingsu.base.refusal import Refused
from yingsu.documents.capabilities import SIGN_OFF, SUBMIT


@dataclass(frozen=True, slots=True)
class Transition:
    """From one state by a verb to another: who needs which right, by which article."""

    before: str
    verb: str
    after: str
    right: str
    article: str


TRANSITIONS = (
    # from                  verb        to         right     article
    Transition("draft",     "submit",   "waiting", SUBMIT,   "14.2"),
    Transition("waiting",   "sign_off", "signed",  SIGN_OFF, "14.2"),
    Transition("waiting",   "return",   "draft",   SIGN_OFF, "14.2"),
)  # fmt: skip

STATES = {
    "draft": "起草中",
    "waiting": "待审签",
    "signed": "已审签",
    "sealed": "已用印",
    "sent": "已发出",
}
VERBS = {"submit": "送审", "sign_off": "审签", "return": "退回"}


def find(table: Iterable[Transition], state: str, verb: str) -> Transition | None:
    """The row for *verb* in *state*, if there is one."""
    return next((row for row in table if row.before == state and row.verb == verb), None)


def transition(state: str, verb: str) -> Transition:
    """The row for *verb* in *state*; refused (409) when the document has moved on."""
    row = find(TRANSITIONS, state, verb)
    if row is None:
        raise Refused(
            f"这份文稿现在是“{STATES[state]}”，不能{VERBS[verb]}。",
            "可能已由他人办理，请刷新页面查看最新状态。",
            article="办法第十四条第二款",
            status=409,
        )
    return row

"""Something that waits for a person without being a duty of the law: to approve, to sign for, to sign off."""

from dataclasses import dataclass
from datetime import date

from yingsu.docket.models import Case


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of a desk: what, in which case (none before it stands), where to go, since when, by which article."""

    title: str
    case: Case | None
    url_name: str
    url_args: tuple[int, ...]
    since: date
    cite: str
    verb: str = "办理"

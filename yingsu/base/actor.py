"""Who acts: a value, made at the door by `access`, passed down as `by=`."""

from dataclasses import dataclass, field

from yingsu.base.refusal import Denied


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in a post of an organ, with what the post may do and how far it reaches.

    `reach` holds the ids of the organs whose affairs the post looks after (its own; for a justice bureau the
    organs of its government; for a government office or a head of government the government itself).
    """

    person_id: int
    person: str
    post_id: int
    post_kind: str
    title: str
    organ_id: int
    organ_code: str
    organ: str
    capabilities: frozenset[str] = field(default_factory=frozenset)
    reach: frozenset[int] = field(default_factory=frozenset)
    request_id: str = ""

    def may(self, capability: str, *, at: int | None = None) -> bool:
        """Whether the post has *capability*, and reaches the organ with id *at* when one is named."""
        return capability in self.capabilities and (at is None or at in self.reach)

    def require(self, capability: str, *, at: int | None = None) -> None:
        """Raise `Denied` unless `may`."""
        if not self.may(capability, at=at):
            raise Denied(capability)

    def signature(self) -> str:
        """Name and post as the docket and the audit print them."""
        return f"{self.organ} {self.title} {self.person}".strip()

"""Who is sued: the defendants of a paper matched to organs, as what each acted, and which are ours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yingsu.base.actor import Actor
from yingsu.docket.models import Case, Party
from yingsu.docket.queries import defendants
from yingsu.intake.particulars import Particulars
from yingsu.organs.models import Organ
from yingsu.organs.queries import find_organ, government_of

DIRECT, AFTER = "direct", "after-reconsideration"
ORIGINAL, RECONSIDERATION = "original", "reconsideration"


@dataclass(frozen=True, slots=True)
class Defendant:
    """A defendant the paper names; *organ* is none for one the platform does not know."""

    name: str
    organ: Organ | None
    acted_as: str
    ours: bool


def defendants_of(data: Particulars, by: Actor) -> tuple[Defendant, ...]:
    """The defendants of a paper. *ours*: the actor receives papers for them."""
    organs = [(name, find_organ(name)) for name in data.defendants]
    deciding = reconsidering([organ for _, organ in organs if organ], data)
    return tuple(
        Defendant(
            organ.name if organ else name,
            organ,
            RECONSIDERATION if organ is not None and organ.pk in deciding else ORIGINAL,
            organ is not None and organ.pk in by.reach,
        )
        for name, organ in organs
    )


def act_by_of(data: Particulars, organ: Organ | None, acted_as: str) -> str:
    """Code of the unit that did the act (办法第十二条): as the clerk says; an organ below a government did its own."""
    if organ is None or acted_as != ORIGINAL:
        return ""
    return data.act_by or ("" if organ.is_government else organ.code)


def reconsidering(organs: Sequence[Organ], data: Particulars) -> set[int]:
    """Ids of the defendants that decided on reconsideration: as the clerk says, else the government above the others."""
    if data.reconsidered_by:
        named = find_organ(data.reconsidered_by)
        return {named.pk} & {organ.pk for organ in organs} if named else set()
    if route_of(data, organs) == DIRECT:
        return set()
    governments = [organ for organ in organs if organ.is_government]
    if len(organs) == 1:
        return {organ.pk for organ in governments}
    ranks = {Organ.Level.CITY: 0, Organ.Level.COUNTY: 1, Organ.Level.TOWNSHIP: 2}
    governments.sort(key=lambda organ: ranks.get(Organ.Level(organ.level), 3))
    return {governments[0].pk} if governments else set()


def route_of(data: Particulars, organs: Iterable[Organ]) -> str:
    """How the suit came: as the clerk says; after reconsideration when the cause says so or a government stands beside others."""
    if data.route:
        return data.route
    if data.reconsidered_by or "行政复议" in data.cause:
        return AFTER
    known = list(organs)
    above = [one for one in known if one.is_government]
    below = [one for one in known if not one.is_government and government_of(one) in above]
    return AFTER if above and below else DIRECT


def ours_in(case: Case, by: Actor, names: Iterable[str] = ()) -> list[Organ]:
    """Our defendants in a standing case; those the paper names when it names any of them."""
    ours = [party.organ for party in defendants(case) if party.organ and party.organ_id in by.reach]
    wanted = {organ.pk for name in names if (organ := find_organ(name))}
    named = [organ for organ in ours if organ.pk in wanted]
    return named or ours


def same_sides(case: Case, data: Particulars) -> bool:
    """Whether a plaintiff and a defendant of the paper are parties of the case."""
    parties = {(role, name) for role, name in case.parties.values_list("role", "name")}
    plaintiffs = any((Party.Role.PLAINTIFF.value, name) in parties for name in data.plaintiffs)
    sued = any(
        (Party.Role.DEFENDANT.value, organ.name if organ else name) in parties
        for name, organ in ((name, find_organ(name)) for name in data.defendants)
    )
    return plaintiffs and sued


def title_of(data: Particulars) -> str:
    """原告（等N人）诉被告案由案; of a reconsideration case 申请人不服…申请行政复议案."""
    first = data.plaintiffs[0] if data.plaintiffs else "（原告待补）"
    suing = f"{first}等{len(data.plaintiffs)}人" if len(data.plaintiffs) > 1 else first
    sued = "、".join(organ.name if (organ := find_organ(name)) else name for name in data.defendants)
    cause = data.cause or data.act_name or "行政"
    if data.is_reconsideration:
        return f"{suing}不服{sued}{cause}申请行政复议案"
    return f"{suing}诉{sued}{cause}案"

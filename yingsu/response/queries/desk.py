"""What waits for a person in the response room without being a duty of the law."""

from django.db.models import Exists, OuterRef

from yingsu.base.actor import Actor
from yingsu.docket.models import Entry, Party
from yingsu.duties.waiting import Waiting
from yingsu.organs.models import Organ
from yingsu.organs.queries import office_of
from yingsu.response.capabilities import ACKNOWLEDGE, DIRECT, PASS_ON, PUT_UP_OPINION
from yingsu.response.handling import may_direct
from yingsu.response.models import HandlingOpinion, Transfer, UnitDecision
from yingsu.response.queries.handling import unsigned

CITE = "办法第十三条第一款"
MOST = 100


def waiting(actor: Actor) -> list[Waiting]:
    """Opinions to direct, to put up again, to pass on; papers to sign for."""
    return [*_to_direct(actor), *_to_put_up_again(actor), *_to_pass_on(actor), *_to_sign_for(actor)]


def _to_direct(actor: Actor) -> list[Waiting]:
    if not actor.may(DIRECT):
        return []
    opinions = HandlingOpinion.objects.visible_to(actor).filter(
        state=HandlingOpinion.State.PUT_UP, defendant=actor.organ_id
    )
    opinions = opinions.select_related("case", "defendant", "proposed_unit", "unit_by_law")[:MOST]
    return [
        Waiting("批办拟办意见", one.case, "handling", (one.case_id,), one.put_up_on, CITE, "批办")
        for one in opinions
        if may_direct(actor, one)
    ]


def _offices(actor: Actor) -> list[Organ]:
    """The organs for which the actor's organ receives papers."""
    return [one for one in Organ.objects.filter(pk__in=actor.reach) if office_of(one).pk == actor.organ_id]


def _to_put_up_again(actor: Actor) -> list[Waiting]:
    if not actor.may(PUT_UP_OPINION):
        return []
    later = HandlingOpinion.objects.filter(
        case=OuterRef("case"),
        defendant=OuterRef("defendant"),
        instance=OuterRef("instance"),
        round__gt=OuterRef("round"),
    )
    opinions = HandlingOpinion.objects.visible_to(actor).filter(
        ~Exists(later), state=HandlingOpinion.State.RETURNED, defendant__in=_offices(actor)
    )
    return [
        Waiting(
            "重新提出被退回的拟办意见",
            one.case,
            "handling",
            (one.case_id,),
            one.directed_on,
            CITE,
            "重新拟办",
        )
        for one in opinions.select_related("case")[:MOST]
    ]


def _to_pass_on(actor: Actor) -> list[Waiting]:
    if not actor.may(PASS_ON):
        return []
    offices = _offices(actor)
    done = Transfer.objects.filter(
        case=OuterRef("case"),
        defendant=OuterRef("defendant"),
        instance=OuterRef("instance"),
        passed_on__isnull=False,
    )
    approved = HandlingOpinion.objects.visible_to(actor).filter(
        ~Exists(done), state=HandlingOpinion.State.APPROVED, defendant__in=offices
    )
    decided = UnitDecision.objects.visible_to(actor).filter(~Exists(done), defendant__in=offices)
    days = {
        (one.case_id, one.defendant_id): (one.case, one.decided_on)
        for one in decided.select_related("case")[:MOST]
    }
    days |= {
        (one.case_id, one.defendant_id): (one.case, one.directed_on)
        for one in approved.select_related("case")[:MOST]
    }
    return [
        Waiting("转办法院文书", case, "transfer", (case.pk,), day, CITE, "转办")
        for case, day in days.values()
    ]


def _to_sign_for(actor: Actor) -> list[Waiting]:
    """Papers of cases passed on to the actor's organ, or in which it is itself the defendant, not yet signed for."""
    if not actor.may(ACKNOWLEDGE):
        return []
    passed = Transfer.objects.visible_to(actor).filter(
        unit=actor.organ_id, passed_on__isnull=False, case__closed=False
    )
    pairs = set(passed.values_list("case_id", "defendant_id"))
    own = Party.objects.visible_to(actor).filter(
        role=Party.Role.DEFENDANT, organ=actor.organ_id, case__closed=False
    )
    pairs |= set(own.exclude(organ__kind=Organ.Kind.GOVERNMENT).values_list("case_id", "organ_id"))
    entries = Entry.objects.filter(case__in={case for case, _ in pairs}, kind="receipt", corrected_by=None)
    entries = entries.select_related("case", "instance", "paper").order_by("case_id", "seq")
    receipts = [
        one for one in entries if (one.case_id, one.organ_id) in pairs and not one.values.get("withdrawn")
    ]
    oldest: dict[int, Entry] = {}
    for paper in unsigned(receipts):
        oldest.setdefault(paper.entry.case_id, paper.entry)
    return [
        Waiting(
            "签收法院文书",
            one.case,
            "transfer",
            (one.case_id,),
            one.happened_on,
            "办法第十四条第一款",
            "签收",
        )
        for one in list(oldest.values())[:MOST]
    ]

"""Opinion, approval, transfer and signing for, as the response room does them (办法第十二、十三条)."""

from yingsu.demonstration.cases.stories import Fact
from yingsu.demonstration.cases.telling import Telling
from yingsu.docket.queries import standing_entries
from yingsu.organs.models import Organ
from yingsu.response import actions
from yingsu.response.models import HandlingOpinion

REASON = "经核对案卷，被诉行为由该单位具体实施，案卷和证据均由其保存，拟由其承办应诉。"
CONSULTED = "经办公室与司法行政机关会商：被诉协议的签订和履行由该单位具体负责，由其承办应诉。"


def put_up(telling: Telling, fact: Fact) -> None:
    """Put up the opinion; another unit than the one that acted needs a reason."""
    defendant, unit = telling.organ(fact), telling.organs[fact.values["unit"]]
    party = telling.case.parties.get(organ=defendant)
    actions.put_up_opinion(
        case=telling.case,
        defendant=defendant,
        unit=unit,
        reason="" if party.act_by == unit else REASON,
        instance=telling.instance(fact.instance),
        **telling.days(fact),
    )


def approve(telling: Telling, fact: Fact) -> None:
    """Approve the opinion."""
    direction = (
        f"同意。请{telling.organs[fact.values['unit']].short_name}牵头，全面梳理案卷，按期答辩、举证。"
    )
    actions.approve_opinion(opinion=_opinion(telling, fact), direction=direction, **telling.days(fact))


def send_back(telling: Telling, fact: Fact) -> None:
    """Return the opinion."""
    actions.return_opinion(
        opinion=_opinion(telling, fact), reason=fact.values["reason"], **telling.days(fact)
    )


def decide_unit(telling: Telling, fact: Fact) -> None:
    """Decide the unit together."""
    actions.decide_unit(
        case=telling.case,
        defendant=telling.organ(fact),
        unit=telling.organs[fact.values["unit"]],
        reason=CONSULTED,
        instance=telling.instance(fact.instance),
        **telling.days(fact),
    )


def pass_on(telling: Telling, fact: Fact) -> None:
    """Pass the papers on."""
    actions.pass_on(
        case=telling.case,
        defendant=telling.organ(fact),
        instance=telling.instance(fact.instance),
        **telling.days(fact),
    )


def acknowledge(telling: Telling, fact: Fact) -> None:
    """Sign for what was passed on; one signature covers every paper that waits."""
    defendant = telling.organ(fact)
    if _is_signed(telling, fact, defendant):
        return
    actions.acknowledge(
        case=telling.case,
        defendant=defendant,
        unit=telling.organs[fact.values["unit"]],
        instance=telling.instance(fact.instance),
        **telling.days(fact),
    )


def _is_signed(telling: Telling, fact: Fact, defendant: Organ) -> bool:
    instance = telling.instance(fact.instance)
    return any(
        entry.organ_id == defendant.pk
        and entry.instance_id == instance.pk
        and entry.happened_on == fact.on
        and entry.values.get("receiver") == "unit"
        and entry.values.get("paper") == fact.values["paper"]
        for entry in standing_entries(telling.case, "receipt")
    )


def _opinion(telling: Telling, fact: Fact) -> HandlingOpinion:
    rows = HandlingOpinion.objects.filter(case=telling.case, defendant=telling.organ(fact))
    found: HandlingOpinion = rows.filter(instance=telling.instance(fact.instance)).latest("round")
    return found

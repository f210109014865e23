"""办法第二十四、二十六、二十七条：自行纠正、履行生效裁判、回复司法建议。"""

from datetime import date
from typing import Any

import pytest

from tests.builders import actor
from tests.worlds import World
from yingsu.base.refusal import Denied, Refused
from yingsu.docket.happening import Happening
from yingsu.docket.models import Case
from yingsu.duties.actions import enter
from yingsu.duties.models import Duty
from yingsu.judgments import actions
from yingsu.judgments.models import PerformanceItem, RecommendationReply
from yingsu.judgments.queries import due_of, waiting
from yingsu.law import count_period


@pytest.fixture
def world(world: World, settings: Any) -> World:
    """The judgment has come."""
    settings.FIXED_TODAY = "2025-05-12"
    return world


def ordered(world: World, **more: Any) -> PerformanceItem:
    told = {
        "decision": world.case.decisions.first() or world.decision(),
        "defendant": world.police,
        "what": "对林景澄重新作出处理决定",
        "until": date(2025, 7, 7),
        "by": world.handler,
    }
    return actions.order_performance(**{**told, **more})


def test_26_1_performance_is_due_when_the_decision_says_and_met_with_proof(
    world: World, settings: Any
) -> None:
    item = ordered(world)
    assert (world.duty("perform").due, world.duty("perform").state) == (date(2025, 7, 7), "open")
    settings.FIXED_TODAY = "2025-06-20"
    item = actions.note_progress(item=item, text="已重新询问当事人。", by=world.handler)
    assert item.progress == "2025-06-20　已重新询问当事人。　（宁知秋）"
    item = actions.perform(item=item, proof="清公（治）不罚决字〔2025〕7号", by=world.handler)
    assert (world.duty("perform").state, item.done_on) == ("met", date(2025, 6, 20))
    with pytest.raises(Refused) as refused:
        actions.note_progress(item=item, text="再次", by=world.handler)
    assert refused.value.status == 409


def test_26_1_days_named_by_the_decision_run_from_its_effect(world: World, settings: Any) -> None:
    item = ordered(world, until=None, days=60)
    assert due_of(item) is None
    settings.FIXED_TODAY = "2025-05-26"
    actions.enter_effective(case=world.case, instance=world.instance, by=world.handler)
    assert due_of(item) == world.duty("perform").due == count_period(date(2025, 5, 26), 60).last_day


def test_26_1_a_day_and_a_number_of_days_together_are_refused(world: World) -> None:
    with pytest.raises(Refused) as refused:
        ordered(world, days=60)
    assert refused.value.field == "days" and not PerformanceItem.objects.exists()


def test_26_1_performance_after_the_day_is_late(world: World, settings: Any) -> None:
    item = ordered(world)
    settings.FIXED_TODAY = "2025-07-09"
    assert world.duty("perform").is_overdue(date(2025, 7, 9))
    actions.perform(item=item, proof="决定书", by=world.handler)
    assert world.duty("perform").state == "met-late"


def test_26_a_last_day_before_the_decision_is_refused(world: World) -> None:
    with pytest.raises(Refused) as refused:
        ordered(world, until=date(2025, 5, 1))
    assert refused.value.field == "until"


def test_26_2_the_unit_performs_not_the_bureau(world: World) -> None:
    world.decision()
    for other in (world.bureau, world.outsider, world.archivist):
        with pytest.raises(Denied):
            ordered(world, by=other)


def test_24_notices_to_court_and_parties_are_duties(world: World) -> None:
    row = actions.self_correct(
        case=world.case, defendant=world.police, what="撤销原处罚决定。", by=world.handler
    )
    assert world.duty("notify-self-correction-court").state == "open"
    assert not Duty.objects.filter(case=world.case, rule="notify-self-correction-reconsideration").exists()
    row = actions.inform(correction=row, whom="court-informed", by=world.handler)
    assert world.duty("notify-self-correction-court").state == "met"
    assert world.duty("notify-self-correction-parties").state == "open"
    row = actions.inform(correction=row, whom="parties-informed", by=world.handler)
    assert world.duty("notify-self-correction-parties").state == "met"
    with pytest.raises(Refused):
        actions.inform(correction=row, whom="parties-informed", by=world.handler)


def test_24_2_after_reconsideration_the_reviewing_organ_is_told_too(world: World) -> None:
    Case.objects.filter(pk=world.case.pk).update(route="after-reconsideration")
    values = {"subject": "suit", "route": "after-reconsideration"}
    opening = world.case.entries.get(kind="case-opened")
    enter(world.case, Happening("case-opened", opening.happened_on, values, corrects=opening), by=world.clerk)
    row = actions.self_correct(case=world.case, defendant=world.police, what="撤销。", by=world.handler)
    assert world.duty("notify-self-correction-reconsideration").state == "open"
    actions.inform(correction=row, whom="reconsideration-organ-informed", by=world.handler)
    assert world.duty("notify-self-correction-reconsideration").state == "met"


def test_24_after_the_decision_took_effect_it_is_no_self_correction(world: World) -> None:
    world.decision()
    actions.enter_effective(case=world.case, instance=world.instance, by=world.handler)
    with pytest.raises(Refused) as refused:
        actions.self_correct(case=world.case, defendant=world.police, what="撤销。", by=world.handler)
    assert refused.value.article == "办法第二十四条第一款"


def recommended(world: World, title: str = "司法建议书") -> RecommendationReply:
    paper = world.paper("recommendation", title, date(2025, 5, 12))
    values = {"paper": "recommendation", "receiver": "party", "reply_days": 60}
    enter(
        world.case,
        Happening("receipt", date(2025, 5, 12), values, world.instance, world.police, paper=paper),
        by=world.clerk,
    )
    return actions.write_opinion(paper=paper, defendant=world.police, opinion="全部采纳。", by=world.handler)


def test_27_the_answer_needs_the_heads_sign_off(world: World) -> None:
    reply = recommended(world)
    assert world.duty("answer-recommendation").due == date(2025, 7, 11)
    with pytest.raises(Refused) as refused:
        actions.answer(reply=reply, proof="复函已送达", by=world.handler)
    assert refused.value.article == "办法第二十七条"
    assert [one.verb for one in waiting(world.chief)] == ["审签"]
    reply = actions.sign_reply(reply=reply, by=world.deputy)
    actions.answer(reply=reply, proof="清公函〔2025〕3号，送达回证", by=world.handler)
    assert world.duty("answer-recommendation").state == "met"


def test_27_each_recommendation_is_answered_for_itself(world: World) -> None:
    first, second = recommended(world), recommended(world, "司法建议书（二）")
    actions.answer(reply=actions.sign_reply(reply=first, by=world.chief), proof="送达回证", by=world.handler)
    states = {row.trigger.paper: row.state for row in world.case.duties.filter(rule="answer-recommendation")}
    assert states == {first.paper: "met", second.paper: "open"}


def test_27_only_a_head_of_the_organ_itself_signs(world: World) -> None:
    reply = recommended(world)
    elsewhere = actor(world.organs["justice"], "main_head", "简书白", "局长")
    for other in (world.handler, world.bureau, world.clerk, elsewhere):
        with pytest.raises(Denied):
            actions.sign_reply(reply=reply, by=other)


def test_27_a_signed_opinion_is_not_changed(world: World) -> None:
    reply = actions.sign_reply(reply=recommended(world), by=world.chief)
    with pytest.raises(Refused) as refused:
        actions.write_opinion(paper=reply.paper, defendant=world.police, opinion="不采纳。", by=world.handler)
    assert refused.value.status == 409
    with pytest.raises(Refused):
        actions.sign_reply(reply=reply, by=world.deputy)

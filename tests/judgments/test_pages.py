"""“裁判履行” and the pages of its forms: each person is offered what he may do, and nobody else's acts."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.worlds import World, signed_in
from yingsu.docket.actions import add_instance
from yingsu.docket.happening import Happening
from yingsu.docket.queries import last_standing
from yingsu.duties.actions import enter
from yingsu.judgments import actions
from yingsu.judgments.models import CaseReport, PerformanceItem, SelfCorrection
from yingsu.organs.queries import heads_of


@pytest.fixture
def world(world: World, settings: Any) -> World:
    """12 May 2025."""
    settings.FIXED_TODAY = "2025-05-12"
    return world


def page(client: Client, world: World) -> str:
    answer = client.get(reverse("judgments", args=[world.case.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_decision_is_entered_by_choice_and_its_duties_stand_on_the_page(world: World) -> None:
    client = signed_in(world.handler)
    assert "还没有登记裁判" in page(client, world)
    form = {
        "instance": world.instance.pk,
        "form": "judgment",
        "decided_on": "2025-05-06",
        "results": ["revoke", "redo"],
        "lost": "yes",
        "final": "no",
        "party": "2025-05-08",
        "unit": "2025-05-09",
        "_mark": "once",
    }
    url = reverse("decision_new", args=[world.case.pk])
    assert "撤销" in client.get(url).content.decode()
    for _ in range(2):
        assert client.post(url, form).status_code == 302
    assert world.case.decisions.count() == 1
    text = page(client, world)
    for words in (
        "一审判决书",
        "败诉",
        "撤销",
        "2025年5月9日",
        "起草报告",
        "最后一日 2025年5月23日",
        "登记履行事项",
    ):
        assert words in text, words


def test_a_refusal_keeps_what_was_typed(world: World) -> None:
    client = signed_in(world.handler)
    form = {"instance": world.instance.pk, "form": "judgment", "decided_on": "2025-05-06", "lost": "yes", "final": "no",
            "party": "2025-05-01", "results": ["revoke"]}  # fmt: skip
    answer = client.post(reverse("decision_new", args=[world.case.pk]), form)
    assert answer.status_code == 422
    assert "收到日期早于裁判日期" in answer.content.decode()
    assert 'value="2025-05-01"' in answer.content.decode()


def test_others_see_the_state_and_are_offered_nothing(world: World) -> None:
    decision = world.decision()
    for actor in (world.bureau, world.chief, world.archivist, world.city_bureau):
        text = page(signed_in(actor), world)
        assert "一审判决书" in text
        for words in ("起草报告", "登记决定", "登记履行事项", "登记自行纠正"):
            assert words not in text, (actor.title, words)
    place = [world.case.pk, decision.pk, world.police.code]
    for name in ("report_draft", "appeal_decide", "performance_new"):
        assert signed_in(world.bureau).get(reverse(name, args=place)).status_code == 404


def test_another_organ_does_not_find_the_page(world: World) -> None:
    assert signed_in(world.outsider).get(reverse("judgments", args=[world.case.pk])).status_code == 404


def test_the_report_goes_its_way(world: World) -> None:
    decision = world.decision()
    handler, bureau = signed_in(world.handler), signed_in(world.bureau)
    answer = handler.post(reverse("report_draft", args=[world.case.pk, decision.pk, world.police.code]))
    report = CaseReport.objects.get()
    assert answer.headers["Location"] == reverse("document", args=[report.document_id])
    type(report.document).objects.filter(pk=report.document_id).update(state="signed")
    place = [world.case.pk, report.pk]
    for client, name, words in (
        (handler, "report_submit", "登记报送"), (handler, "report_file", "报备案"), (bureau, "report_acknowledge", "签收备案"),
    ):  # fmt: skip
        assert words in page(client, world)
        assert client.get(reverse(name, args=place)).status_code == 200
        assert client.post(reverse(name, args=place), {"on": "2025-05-12"}).status_code == 302
    report.refresh_from_db()
    assert report.state == "acknowledged"


def test_appeal_effect_and_performance(world: World) -> None:
    decision = world.decision()
    client = signed_in(world.handler)
    side = [world.case.pk, decision.pk, world.police.code]
    asked = client.get(reverse("appeal_decide", args=side)).content.decode()
    assert "5月23日" in asked and "服判" in asked and "申请再审" not in asked
    chosen = {"choice": "appeal", "reason": "认定事实不清。", "on": "2025-05-12"}
    assert client.post(reverse("appeal_decide", args=side), chosen).status_code == 422  # 由被诉行政机关决定
    chosen["head"] = str(heads_of(world.police)[0].pk)
    assert client.post(reverse("appeal_decide", args=side), chosen).status_code == 302
    instance = [world.case.pk, world.instance.pk]
    lodged = {"what": "appeal", "side": "us", "on": "2025-05-12"}
    assert client.post(reverse("appeal_enter", args=instance), lodged).status_code == 302
    entry = last_standing(world.case, "appealed")
    assert entry and entry.organ == world.police
    assert client.post(reverse("appeal_enter", args=instance), {**lodged, "side": "other"}).status_code == 302
    assert "2025年5月24日" in client.get(reverse("effective_enter", args=instance)).content.decode()
    assert client.post(reverse("effective_enter", args=instance), {"on": "2025-05-12"}).status_code == 302
    ordered = {"what": "重新作出处理决定", "until": "2025-05-11"}
    assert client.post(reverse("performance_new", args=side), ordered).status_code == 302
    assert "逾期 1 日" in page(client, world)
    item = [world.case.pk, PerformanceItem.objects.get().pk]
    told = {"text": "已重新询问。", "on": "2025-05-12"}
    assert client.post(reverse("performance_progress", args=item), told).status_code == 302
    done = {"proof": "决定书", "on": "2025-05-12"}
    assert client.post(reverse("performance_done", args=item), done).status_code == 302
    text = page(client, world)
    assert "已重新询问" in text and "履行完毕" in text and reverse("performance_done", args=item) not in text


def test_a_recommendation_is_answered_after_sign_off(world: World) -> None:
    paper = world.paper("recommendation", "司法建议书", date(2025, 5, 12))
    values = {"paper": "recommendation", "receiver": "party", "reply_days": 60}
    enter(world.case, Happening("receipt", date(2025, 5, 12), values, world.instance, world.police, paper=paper),
          by=world.clerk)  # fmt: skip
    handler, chief = signed_in(world.handler), signed_in(world.chief)
    url = reverse("recommendation_opinion", args=[world.case.pk, paper.pk, world.police.code])
    assert handler.post(url, {"opinion": "全部采纳。"}).status_code == 302
    reply = [world.case.pk, paper.reply.pk]
    assert "登记回复法院" not in page(handler, world) and "审签" in page(chief, world)
    assert handler.post(reverse("recommendation_sign", args=reply)).status_code == 404
    assert chief.post(reverse("recommendation_sign", args=reply)).status_code == 302
    answer = {"proof": "清公函〔2025〕3号", "on": "2025-05-12"}
    assert handler.post(reverse("recommendation_answer", args=reply), answer).status_code == 302
    assert "已回复" in page(handler, world)


def test_self_correction_names_whom_to_tell(world: World) -> None:
    client = signed_in(world.handler)
    url = reverse("self_correct", args=[world.case.pk, world.police.code])
    assert client.post(url, {"what": "撤销原决定。", "on": "2025-05-12"}).status_code == 302
    text = page(client, world)
    assert "书面告知人民法院" in text and "书面告知行政复议机关" not in text
    place = [world.case.pk, SelfCorrection.objects.get().pk]
    assert (
        client.post(
            reverse("self_correct_inform", args=[*place, "court-informed"]), {"on": "2025-05-12"}
        ).status_code
        == 302
    )
    assert client.get(reverse("self_correct_inform", args=[*place, "nobody"])).status_code == 404


def test_what_a_later_instance_has_decided_asks_nothing_more_of_the_first(world: World) -> None:
    first = world.decision()
    second = add_instance(
        world.case, stage="second", court="山东省德州市中级人民法院", case_number="（2025）鲁14行终9001号"
    )
    actions.enter_decision(
        case=world.case,
        instance=second,
        form="judgment",
        decided_on=date(2025, 5, 12),
        results=["uphold"],
        lost=True,
        received=actions.Received(date(2025, 5, 12)),
        final=True,
        by=world.handler,
    )
    client = signed_in(world.handler)
    ordering = reverse("performance_new", args=[world.case.pk, first.pk, world.police.code])
    assert ordering in page(client, world)
    actions.enter_effective(case=world.case, instance=second, by=world.handler)
    text = page(client, world)
    assert ordering not in text
    assert reverse("effective_enter", args=[world.case.pk, world.instance.pk]) not in text
    assert "决定是否申请再审" in text

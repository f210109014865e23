"""The pages of hearings: acts are offered by right, and only to the organ that must act."""

from typing import Any

from django.urls import reverse

from tests.worlds import World, signed_in
from yingsu.hearings.models import Appearance


def test_from_the_summons_to_the_record(world: World, settings: Any) -> None:
    clerk, handler, bureau = (signed_in(one) for one in (world.clerk, world.handler, world.bureau))
    new = reverse("hearing_new", args=[world.case.pk])
    summons = {"day": "2025-03-27", "time": "09:00", "place": "第三法庭"}
    assert clerk.post(new, summons).status_code == 302
    hearing = world.case.hearings.get()
    place = [world.case.pk, hearing.pk]
    plan = reverse("hearing_plan", args=[*place, world.police.code])
    refused = handler.post(plan, {"head": "", "staff": "", "lawyers": "赵明理"})
    assert refused.status_code == 422 and "不得仅委托律师出庭" in refused.content.decode()
    people = {"head": world.chief.post_id, "staff": "宁知秋 法制大队民警", "lawyers": ""}
    assert handler.post(plan, people).status_code == 302
    pk = [Appearance.objects.get().pk]
    assert "报司法局备案" in handler.get(reverse("hearing", args=place)).content.decode()
    assert handler.post(reverse("appearance_file", args=pk), {"on": "2025-02-20"}).status_code == 302
    assert "签收备案" in bureau.get(reverse("hearing", args=place)).content.decode()
    assert bureau.post(reverse("appearance_acknowledge", args=pk), {"on": "2025-02-20"}).status_code == 302
    assert handler.post(reverse("certificate_draft", args=pk)).status_code == 302
    assert handler.post(reverse("appearance_certificate", args=pk), {"on": "2025-02-20"}).status_code == 302
    settings.FIXED_TODAY = "2025-03-28"
    record = reverse("appearance_record", args=pk)
    told = {
        "head_appeared": "yes",
        "head": world.chief.post_id,
        "head_spoke": "on",
        "proof": "庭审笔录第2页",
        "on_facts": "清楚",
    }
    assert handler.post(record, told).status_code == 302
    text = handler.get(reverse("hearing", args=place)).content.decode()
    assert "局长周允同到庭并发言" in text and "修改出庭人员" not in text


def test_the_bureau_sees_and_marks_but_does_not_plan(world: World) -> None:
    hearing = world.hearing()
    bureau = signed_in(world.bureau)
    listed = bureau.get(reverse("hearings", args=[world.case.pk])).content.decode()
    assert "标注主要负责人应当出庭" in listed and "登记开庭</a>" not in listed
    assert (
        bureau.post(reverse("hearing_mark", args=[world.case.pk]), {"ground": "attention"}).status_code == 302
    )
    plan = reverse("hearing_plan", args=[world.case.pk, hearing.pk, world.police.code])
    assert bureau.get(plan).status_code == 404
    assert bureau.get(reverse("hearing_new", args=[world.case.pk])).status_code == 404


def test_another_organ_finds_nothing(world: World) -> None:
    hearing = world.hearing()
    outsider = signed_in(world.outsider)
    assert outsider.get(reverse("hearings", args=[world.case.pk])).status_code == 404
    assert outsider.get(reverse("hearing", args=[world.case.pk, hearing.pk])).status_code == 404

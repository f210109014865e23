"""The volume of a case and the list of volumes."""

from datetime import date
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from tests.worlds import World, signed_in
from yingsu.archive.models import Volume


@pytest.fixture
def world(world: World, settings: Any) -> World:
    """The judgment has come by hand; its paper is missing."""
    settings.FIXED_TODAY = "2025-05-12"
    world.paper("notice-to-respond", "应诉通知书")
    world.paper("complaint", "行政起诉状副本")
    world.decision()
    return world


def page(client: Client, world: World) -> str:
    answer = client.get(reverse("case_volume", args=[world.case.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_from_opening_to_the_locked_volume(world: World) -> None:
    client = signed_in(world.archivist)
    assert "尚未立卷" in page(client, world) and "缺件依据：法院作出判决书" in page(client, world)
    assert client.post(reverse("volume_open", args=[world.case.pk, world.police.code])).status_code == 302
    volume = Volume.objects.get()
    place = [world.case.pk, volume.pk]
    refused = client.post(reverse("volume_close", args=place))
    assert refused.status_code == 422 and "案卷还缺：一审判决书" in refused.content.decode()
    explain = reverse("volume_explain", args=place)
    assert "一审判决书" in client.get(f"{explain}?key=一审判决书").content.decode()
    assert client.post(explain, {"key": "一审判决书", "reason": "另行送达。"}).status_code == 302
    assert client.post(reverse("volume_bind", args=place)).status_code == 302
    text = page(client, world)
    assert "已说明" in text and "卷内文件目录" in text and "重新装订" in text
    assert client.post(reverse("volume_close", args=place), {"_mark": "once"}).status_code == 302
    assert client.post(reverse("volume_close", args=place), {"_mark": "once"}).status_code == 302
    text = page(client, world)
    assert "2025年第0001号" in text and "本卷已锁定" in text and "编号归档" not in text


def test_the_pdf_is_shown_under_the_number_and_title(world: World) -> None:
    client = signed_in(world.archivist)
    world.paper("judgment", "行政判决书", date(2025, 5, 8))
    client.post(reverse("volume_open", args=[world.case.pk, world.police.code]))
    place = [world.case.pk, Volume.objects.get().pk]
    assert client.get(reverse("volume_pdf", args=place)).status_code == 404
    client.post(reverse("volume_close", args=place))
    answer = signed_in(world.bureau).get(reverse("volume_pdf", args=place))
    assert answer.content.startswith(b"%PDF-")
    named = quote("2025年第0001号 林景澄诉清禾县公安局行政拘留案.pdf")
    assert answer.headers["Content-Disposition"] == f"inline; filename*=utf-8''{named}"


def test_others_see_the_volume_and_are_offered_nothing(world: World) -> None:
    signed_in(world.archivist).post(reverse("volume_open", args=[world.case.pk, world.police.code]))
    place = [world.case.pk, Volume.objects.get().pk]
    for actor in (world.bureau, world.chief, world.clerk):
        client = signed_in(actor)
        text = page(client, world)
        assert "整理中" in text
        assert "说明缺件" not in text and "编号归档" not in text
        for name in ("volume_bind", "volume_close", "volume_explain"):
            assert client.post(reverse(name, args=place)).status_code == 404


def test_another_organ_finds_nothing(world: World) -> None:
    signed_in(world.archivist).post(reverse("volume_open", args=[world.case.pk, world.police.code]))
    client = signed_in(world.outsider)
    place = [world.case.pk, Volume.objects.get().pk]
    assert client.get(reverse("case_volume", args=[world.case.pk])).status_code == 404
    assert client.get(reverse("volume_pdf", args=place)).status_code == 404
    assert "没有符合条件的案卷" in client.get(reverse("volumes")).content.decode()


def test_the_list_is_narrowed(world: World) -> None:
    client = signed_in(world.archivist)
    client.post(reverse("volume_open", args=[world.case.pk, world.police.code]))
    listed = client.get(reverse("volumes"), {"q": "林景澄", "state": "open"}).content.decode()
    assert world.case.title in listed
    assert "没有符合条件的案卷" in client.get(reverse("volumes"), {"q": "顾长风"}).content.decode()

"""办法第二十八条：30日内立卷，缺件写明，一案一号，归档锁定。"""

from datetime import date
from typing import Any

import pytest

from officialpapers.reading_back import read_back
from tests.builders import suit
from tests.worlds import World
from yingsu.archive import actions
from yingsu.archive.contents import gaps_of, pieces_of
from yingsu.archive.listing import Filters, list_volumes
from yingsu.archive.models import Volume
from yingsu.archive.queries import volume_for, waiting
from yingsu.base.models import Counter
from yingsu.base.refusal import Denied, Refused
from yingsu.docket.queries import case_for
from yingsu.documents.actions import draft
from yingsu.documents.kinds import kinds
from yingsu.files.actions import read_bytes
from yingsu.judgments.actions import Received, enter_decision


@pytest.fixture
def world(world: World, settings: Any) -> World:
    """The judgment has come; notice and complaint are there, the judgment itself is not."""
    settings.FIXED_TODAY = "2025-05-12"
    world.paper("notice-to-respond", "应诉通知书")
    world.paper("complaint", "行政起诉状副本")
    world.decision()
    return world


def opened(world: World) -> Volume:
    return actions.open_volume(case=world.case, defendant=world.police, by=world.archivist)


def complete(world: World) -> Volume:
    world.paper("judgment", "行政判决书", date(2025, 5, 8))
    return opened(world)


def text_of(volume: Volume) -> str:
    assert volume.file is not None
    return read_back(read_bytes(volume.file)).text


def test_28_2_thirty_days_run_from_the_units_own_receipt(world: World) -> None:
    assert world.duty("archive").due == date(2025, 6, 9)  # the thirtieth day, 8 June, is a Sunday


def test_28_2_a_missing_paper_is_named_with_its_reason(world: World) -> None:
    (gap,) = gaps_of(world.case, world.police)
    assert gap.key == "一审判决书"
    assert gap.because.startswith("法院作出判决书")
    with pytest.raises(Refused) as refused:
        actions.close(volume=opened(world), by=world.archivist)
    assert "一审判决书" in refused.value.message and refused.value.article == "办法第二十八条第二款"


def test_28_2_an_explained_gap_is_printed_in_the_closing_form(world: World) -> None:
    volume = actions.explain_gap(
        volume=opened(world), key="一审判决书", reason="当庭宣判，文书另行送达。", by=world.archivist
    )
    closed = actions.close(volume=volume, by=world.archivist)
    assert "当庭宣判，文书另行送达" in text_of(closed).replace("\n", "")


def test_28_2_what_is_there_cannot_be_explained_away(world: World) -> None:
    with pytest.raises(Refused):
        actions.explain_gap(volume=opened(world), key="一审应诉通知书", reason="遗失", by=world.archivist)


def test_28_2_a_document_in_hand_keeps_the_volume_open(world: World) -> None:
    draft(
        case=world.case,
        kind="answer",
        data=kinds()["answer"].sample,
        by=world.handler,
        defendant=world.police,
    )
    with pytest.raises(Refused) as refused:
        actions.close(volume=complete(world), by=world.archivist)
    assert "行政答辩状" in refused.value.message


def test_28_2_bound_with_contents_and_page_numbers(world: World) -> None:
    world.signed("answer")
    volume = actions.bind(volume=complete(world), by=world.archivist)
    assert [title for title, *_ in volume.contents] == [
        "应诉通知书",
        "行政起诉状副本",
        "行政判决书",
        "行政答辩状",
    ]
    assert [(first, last) for _, first, last in volume.contents][:3] == [(1, 1), (2, 2), (3, 3)]
    assert volume.state == "bound" and volume.number == ""
    words = text_of(volume)
    assert "卷内文件目录" in words and "备考表" in words and "归档时编号" in words


def test_28_2_closing_numbers_locks_and_closes_the_case(world: World) -> None:
    volume = actions.bind(volume=complete(world), by=world.handler)
    closed = actions.close(volume=volume, by=world.archivist)
    assert (closed.number, closed.state) == ("2025年第0001号", "closed")
    assert "2025年第0001号" in text_of(closed).replace(" ", "")
    assert (closed.bound_by, closed.closed_by) == (world.handler.signature(), world.archivist.signature())
    world.case.refresh_from_db()
    assert world.case.closed and world.case.stage == "archived"
    assert world.duty("archive").state == "met"
    for act in (actions.bind, actions.close):
        with pytest.raises(Refused) as refused:
            act(volume=closed, by=world.archivist)
        assert refused.value.status == 409
    with pytest.raises(Refused):
        actions.explain_gap(volume=closed, key="x", reason="y", by=world.archivist)


def test_28_2_numbers_are_without_gaps_for_each_organ_and_year(world: World) -> None:
    first = actions.close(volume=complete(world), by=world.archivist)
    other = suit(world.police, by=world.clerk, served=date(2025, 3, 3), number="（2025）鲁1402行初9002号")
    enter_decision(
        case=other,
        instance=other.instances.get(),
        form="ruling",
        decided_on=date(2025, 5, 8),
        received=Received(date(2025, 5, 9)),
        results=["withdraw"],
        lost=False,
        final=True,
        by=world.handler,
    )
    second = actions.open_volume(case=other, defendant=world.police, by=world.archivist)
    with pytest.raises(Refused):
        actions.close(volume=second, by=world.archivist)
    assert Counter.objects.get(series="volume:QHX-PSB:2025").last == 1
    for gap in gaps_of(other, world.police):
        second = actions.explain_gap(volume=second, key=gap.key, reason="另卷", by=world.archivist)
    with pytest.raises(Refused):
        actions.close(volume=second, by=world.archivist)  # nothing to bind: the number goes back
    for paper in world.case.papers.all()[:1]:
        type(paper).objects.create(
            case=other,
            kind="notice-to-respond",
            title="应诉通知书",
            file=paper.file,
            file_name="a.pdf",
            received_on=date(2025, 3, 3),
            register_number="2025-0009",
            instance=other.instances.get(),
        )
    closed = actions.close(volume=second, by=world.archivist)
    assert (first.number, closed.number) == ("2025年第0001号", "2025年第0002号")


def test_28_before_a_decision_nothing_is_closed(world: World) -> None:
    other = suit(world.police, by=world.clerk, served=date(2025, 3, 3), number="（2025）鲁1402行初9003号")
    volume = actions.open_volume(case=other, defendant=world.police, by=world.archivist)
    with pytest.raises(Refused) as refused:
        actions.close(volume=volume, by=world.archivist)
    assert "还没有登记裁判文书" in refused.value.message


def test_no_paper_is_bound_twice(world: World) -> None:
    world.case.papers.filter(kind="complaint").update(instance=None)
    places = [piece.place for piece in pieces_of(world.case, world.police)]
    assert len(places) == len(set(places)) == 2


def test_28_1_the_unit_itself_binds_and_closes(world: World) -> None:
    for other in (world.bureau, world.city_bureau, world.clerk, world.chief, world.outsider):
        with pytest.raises(Denied):
            actions.open_volume(case=world.case, defendant=world.police, by=other)


def test_another_organ_finds_neither_case_nor_volume(world: World) -> None:
    volume = opened(world)
    with pytest.raises(Refused) as refused:
        case_for(world.outsider, world.case.pk)
    assert refused.value.status == 404
    with pytest.raises(Refused) as refused:
        volume_for(world.outsider, volume.pk)
    assert refused.value.status == 404
    assert list_volumes(world.outsider, Filters()).rows == []


def test_volumes_are_listed_by_year_organ_state_and_words(world: World) -> None:
    closed = actions.close(volume=complete(world), by=world.archivist)
    for narrow in (
        {"year": 2025},
        {"state": "closed"},
        {"organ": world.police.pk},
        {"text": "林景澄 0001"},
        {"text": "(2025)鲁1402"},
    ):
        assert [one.pk for one in list_volumes(world.bureau, Filters(**narrow)).rows] == [closed.pk], narrow
    for other in ({"year": 2024}, {"state": "open"}, {"text": "顾长风"}):
        assert list_volumes(world.bureau, Filters(**other)).rows == []


def test_28_the_archivist_finds_the_case_among_what_waits(world: World) -> None:
    (line,) = waiting(world.archivist)
    assert (line.title, line.case, line.since) == ("立卷归档", world.case, date(2025, 5, 9))
    assert waiting(world.handler) == waiting(world.bureau) == []
    actions.close(volume=complete(world), by=world.archivist)
    assert waiting(world.archivist) == []

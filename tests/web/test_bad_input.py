"""What people type wrong, through the real pages: told at its place, nothing lost, nothing stored."""

import zlib
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.at_once import at_once
from tests.web import addresses
from tests.web.asking import Door, browser, doors
from tests.web.government import Affair, affair
from yingsu.docket.models import Case, Entry
from yingsu.documents.kinds import kinds
from yingsu.documents.models import Document
from yingsu.intake.models import Proposal, Upload
from yingsu.response.models import EvidenceItem, HandlingOpinion
from yingsu.web.documents.content import ContentForm

PAPERS = Path(__file__).resolve().parents[1] / "intake" / "samples"
NOTICE = {
    "kind": "notice-to-respond", "case_number": "（2025）鲁1402行初9017号", "court": "德州市德城区人民法院", "plaintiffs": "何以安",
    "defendants": "清禾县人民政府", "served_on": "2025-02-20", "version": "1",
}  # fmt: skip


@pytest.fixture
def stands(db: None, settings: Any) -> tuple[Affair, dict[str, Door]]:
    """The suit while the answer is written."""
    made = affair("answering", settings)
    return made, doors(made)


def file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def png(width: int, height: int) -> bytes:
    """The beginning of a picture that says it is this large."""
    head = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    body = b"IDAT" + zlib.compress(bytes(90_000))
    chunks = (
        len(one[4:]).to_bytes(4, "big") + one + zlib.crc32(one).to_bytes(4, "big") for one in (head, body)
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("空.pdf", b"", "空"),
        ("起诉状.exe", b"MZ\x90\x00\x03\x00", "不是可以识别的格式"),
        ("大图.png", png(30_000, 30_000), "像素"),
        ("损坏.pdf", b"%PDF-1.7\n" + b"\x00\xff" * 500, "不能打开"),
        ("损坏.docx", b"PK\x03\x04" + b"\x00" * 200, "不能打开"),
    ],
)
def test_a_bad_file_is_told_by_its_name_beside_the_others(
    name: str, data: bytes, words: str, stands: tuple[Affair, dict[str, Door]]
) -> None:
    good = next(PAPERS.glob("01*"))
    client = browser(stands[1]["office_clerk"])
    sent = {"files": [file(name, data), file(good.name, good.read_bytes())], "_mark": "drop"}
    answer = client.post(reverse("intake"), sent, follow=True)
    text = answer.content.decode()
    assert answer.status_code == 200 and Proposal.objects.filter(upload__file_name=good.name).exists()
    kept = Upload.objects.filter(file_name=name).first()
    assert kept is not None and kept.state == Upload.State.UNREADABLE and kept.error, text
    page = client.get(reverse("intake")).content.decode()
    assert name in page and (words in kept.error or words == "不能打开"), kept.error


def test_a_file_over_the_limit_is_told_with_what_to_do(
    stands: tuple[Affair, dict[str, Door]], settings: Any
) -> None:
    settings.UPLOAD_LIMIT_MB = 1
    client = browser(stands[1]["unit_handler"])
    url = addresses.address("evidence", stands[0]) or ""
    big = file("照片.png", b"\x89PNG\r\n\x1a\n" + b"0" * 1024 * 1024)
    answer = client.post(url, {**addresses.PIECE, "file": big, "_mark": "big"})
    text = answer.content.decode()
    assert answer.status_code == 413 and "超过 1 MB" in text and "200 dpi" in text
    assert 'value="现场照片"' in text and "证明事实" in text


@pytest.mark.parametrize("data", [b"MZ\x90\x00\x03", b"\x00\x01\x02\x03"])
def test_evidence_that_is_no_paper_is_refused_and_nothing_typed_is_lost(
    data: bytes, stands: tuple[Affair, dict[str, Door]]
) -> None:
    before = EvidenceItem.objects.count()
    client = browser(stands[1]["unit_handler"])
    sent = {**addresses.PIECE, "file": file("程序.exe", data), "_mark": "exe"}
    answer = client.post(addresses.address("evidence", stands[0]) or "", sent)
    text = answer.content.decode()
    assert answer.status_code == 422 and "不是可以识别的格式" in text and 'value="现场照片"' in text
    assert EvidenceItem.objects.count() == before


def test_an_unknown_court_in_the_number_is_told_at_the_field(stands: tuple[Affair, dict[str, Door]]) -> None:
    client = browser(stands[1]["office_clerk"])
    url = addresses.address("intake_proposal", stands[0]) or ""
    answer = client.post(url, {**NOTICE, "case_number": "（2025）鲁1499行初9017号", "_mark": "court"})
    text = answer.content.decode()
    assert answer.status_code == 422 and "法院代字“鲁1499”不在法院代字表中" in text and "鲁1499" in text
    assert Case.objects.count() == 1


def test_a_decision_before_the_suit_is_told_at_its_day(stands: tuple[Affair, dict[str, Door]]) -> None:
    made, sessions = stands
    sent = {
        **addresses.body("decision_new", made),
        "decided_on": "2025-02-10",
        "party": "2025-02-20",
        "_mark": "early",
    }
    before = Entry.objects.count()
    answer = browser(sessions["unit_handler"]).post(addresses.address("decision_new", made) or "", sent)
    assert answer.status_code == 422 and "早于法院立案日期2025年2月19日" in answer.content.decode()
    assert Entry.objects.count() == before


@pytest.mark.parametrize("day", ["2025-02-30", "31-02-2025", "2031年", "昨天", "2025/13/01"])
def test_a_day_that_does_not_read_is_told_by_example(
    day: str, stands: tuple[Affair, dict[str, Door]]
) -> None:
    made, sessions = stands
    sent = {**addresses.body("self_correct", made), "on": day}
    answer = browser(sessions["unit_handler"]).post(addresses.address("self_correct", made) or "", sent)
    text = answer.content.decode()
    assert answer.status_code == 422 and "请按 2025-03-18 的样式填写日期" in text and "撤销原决定" in text


@pytest.mark.parametrize("name", ["filing", "self_correct", "hearing_new", "evidence"])
def test_what_was_typed_stays_when_one_field_is_wrong(
    name: str, stands: tuple[Affair, dict[str, Door]]
) -> None:
    made, sessions = stands
    good = addresses.body(name, made)
    wrong = {"hearing_new": "day", "evidence": "page_count"}.get(name, "on")
    answer = browser(sessions["unit_handler"]).post(
        addresses.address(name, made) or "", {**good, wrong: "不读"}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    for field, value in good.items():
        assert field == wrong or str(value) in text, (field, value)


def test_a_hearing_in_2031_is_provisional_and_the_page_says_so(
    stands: tuple[Affair, dict[str, Door]],
) -> None:
    made, sessions = stands
    client = browser(sessions["unit_handler"])
    sent = {"day": "2031-05-20", "time": "09:00", "place": "第一法庭", "_mark": "far"}
    assert client.post(addresses.address("hearing_new", made) or "", sent).status_code == 302
    row = made.case.duties.get(rule="file-appearance", state="open")
    assert row.provisional and row.due is not None and row.due.year == 2031
    for url in (reverse("duty", args=[row.pk]), reverse("case", args=[made.case.pk])):
        assert "暂" in client.get(url).content.decode()


def typed(document: Document, **more: str) -> dict[str, str]:
    """What a browser sends of the content form as it stands."""
    form = ContentForm(kind=kinds()[document.kind], content=document.data)
    data = {name: str(field.initial or "") for name, field in form.fields.items()}
    for grid in form.grids():
        data |= {name: value for row in grid.rows for _, name, value in row}
    return {**data, "version": str(document.version), **more}


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_one_document_the_second_is_shown_both(settings: Any) -> None:
    made = affair("answering", settings)
    sessions, draft = doors(made), made["draft"]
    url = reverse("document", args=[draft.pk])

    def save(post: str, words: str) -> Any:
        return browser(sessions[post]).post(url, typed(draft, facts=words, _mark=post))

    answers = at_once(lambda: save("unit_handler", "甲写的事实"), lambda: save("legal_staff", "乙写的事实"))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    late = next(answer for answer in answers if answer.status_code == 409).content.decode()
    assert "甲写的事实" in late and "乙写的事实" in late
    draft.refresh_from_db()
    assert draft.version == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_who_change_one_piece_of_evidence_the_second_is_told(settings: Any) -> None:
    made = affair("answering", settings)
    sessions, piece = doors(made), made["evidence"]
    url = addresses.address("evidence_item", made) or ""

    def save(post: str, words: str) -> Any:
        sent = {**addresses.PIECE, "purpose": words, "version": str(piece.version), "_mark": post}
        return browser(sessions[post]).post(url, sent)

    answers = at_once(lambda: save("unit_handler", "证明程序"), lambda: save("legal_staff", "证明职权"))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    late = next(answer for answer in answers if answer.status_code == 409).content.decode()
    assert "证明程序" in late and "证明职权" in late
    piece.refresh_from_db()
    assert piece.version == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_who_confirm_one_paper_one_registers_it(settings: Any) -> None:
    made = affair("received", settings)
    session = doors(made)["office_clerk"]
    url = addresses.address("intake_proposal", made) or ""
    answers = at_once(
        *[lambda mark=mark: browser(session).post(url, {**NOTICE, "_mark": mark}) for mark in ("a", "b")]
    )
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert "没有重复登记" in next(a for a in answers if a.status_code == 409).content.decode()
    case = Case.objects.exclude(pk=made.case.pk).get()
    assert case.papers.count() == 1 and case.instances.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_double_click_in_the_same_moment_acts_once(settings: Any) -> None:
    made = affair("received", settings)
    session = doors(made)["office_clerk"]
    url, sent = (
        addresses.address("handling", made) or "",
        {**addresses.body("handling", made), "_mark": "same"},
    )
    answers = at_once(*[lambda: browser(session).post(url, sent)] * 3)
    assert [answer.status_code for answer in answers] == [302] * 3
    assert {answer["Location"] for answer in answers} == {answers[0]["Location"]}
    assert HandlingOpinion.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_heads_who_direct_at_once_one_directs(settings: Any) -> None:
    made = affair("handled", settings)
    sessions, url = doors(made), addresses.address("direct", made) or ""
    ways = {
        "main_head": {"decision": "approve"},
        "deputy_head": {"decision": "return", "direction": "再研究"},
    }
    answers = at_once(
        *[
            lambda post=post, way=way: browser(sessions[post]).post(url, {**way, "_mark": post})
            for post, way in ways.items()
        ]
    )
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert made.case.entries.filter(kind__in=("opinion-approved", "opinion-returned")).count() == 1

"""The pages: dropping, checking beside the paper, confirming once."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.intake.conftest import SAMPLES
from yingsu.access.models import Account
from yingsu.base.actor import Actor
from yingsu.docket.models import Case
from yingsu.intake.models import Proposal
from yingsu.organs.models import Organ, Post

Drop = Callable[..., list[Proposal]]


def signed_in(by: Actor) -> Client:
    """A browser in which the actor is signed in."""
    post = Post.objects.get(pk=by.post_id)
    name = f"u{post.pk}"
    account = Account.objects.filter(name=name).first() or Account.objects.create_account(
        name=name, person=post.person, post=post, password="x9"
    )
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def upload(path: Path) -> SimpleUploadedFile:
    """A file as the browser sends it."""
    return SimpleUploadedFile(path.name, path.read_bytes())


def form_of(client: Client, url: str) -> dict[str, object]:
    """What the form would send as it stands."""
    page = client.get(url)
    form = page.context["form"]
    mark = re.search(r'name="_mark" value="([^"]+)"', page.content.decode())
    assert mark
    sent: dict[str, object] = {"_mark": mark[1]}
    for name in form.fields:
        value = form[name].value()
        if value not in (None, "", False):
            sent[name] = value
    return sent


@pytest.fixture
def notice(drop: Drop, police_clerk: Actor) -> Proposal:
    """The notice, read and waiting."""
    return drop(police_clerk, "01")[0]


def test_the_empty_page_says_what_to_do_first(police_clerk: Actor) -> None:
    page = signed_in(police_clerk).get(reverse("intake")).content.decode()
    assert "把法院送来的文书拖到这里" in page
    assert "每个文件不超过 50 MB" in page
    assert "没有待核对的文书" in page


def test_one_dropped_file_opens_beside_its_fields(police_clerk: Actor) -> None:
    client = signed_in(police_clerk)
    answer = client.post(reverse("intake"), {"files": [upload(next(SAMPLES.glob("01*")))], "_mark": "m1"})
    row = Proposal.objects.get()
    assert answer.url == reverse("intake_proposal", args=[row.pk])
    page = client.get(answer.url).content.decode()
    assert "（2025）鲁1402行初9001号" in page
    assert "清晰" in page and "已匹配" in page and "文书未载" in page
    assert 'href="#id_case_number"' in page
    assert "新案件" in page


def test_several_dropped_files_are_listed(police_clerk: Actor) -> None:
    client = signed_in(police_clerk)
    files = [upload(next(SAMPLES.glob(f"{begin}*"))) for begin in ("01", "02", "10")]
    answer = client.post(reverse("intake"), {"files": files, "_mark": "m1"}, follow=True)
    page = answer.content.decode()
    assert "应诉通知书" in page and "行政起诉状" in page
    assert "不是以行政机关为被告的行政诉讼文书" in page


def test_what_will_follow_is_shown_and_nothing_is_stored(notice: Proposal, police_clerk: Actor) -> None:
    client = signed_in(police_clerk)
    page = client.get(
        reverse("intake_following", args=[notice.pk]),
        {"kind": "notice-to-respond", "served_on": "2025-12-17"},
    )
    assert page.status_code == 200
    assert "确认后" in page.content.decode()
    assert not Case.objects.exists()


def test_confirming_leads_to_the_case(notice: Proposal, police_clerk: Actor) -> None:
    client = signed_in(police_clerk)
    url = reverse("intake_proposal", args=[notice.pk])
    sent = form_of(client, url) | {"served_on": "2025-02-19"}
    answer = client.post(url, sent)
    case = Case.objects.get()
    assert answer.status_code == 302, answer.context["form"].errors
    assert answer.url == reverse("case", args=[case.pk])
    again = client.post(url, sent)
    assert again.url == answer.url
    assert Case.objects.count() == 1 and case.papers.count() == 1


def test_a_fault_keeps_what_was_typed(notice: Proposal, police_clerk: Actor) -> None:
    client = signed_in(police_clerk)
    url = reverse("intake_proposal", args=[notice.pk])
    page = client.post(url, form_of(client, url) | {"phone": "0534-7777777"})
    assert page.status_code == 422
    text = page.content.decode()
    assert "没有填写送达日期" in text and "0534-7777777" in text


def test_reckoning_again_asks_the_fields_of_the_new_kind(notice: Proposal, police_clerk: Actor) -> None:
    client = signed_in(police_clerk)
    url = reverse("intake_proposal", args=[notice.pk])
    sent = form_of(client, url) | {"kind": "judgment", "served_on": "2025-02-19", "_preview": "1"}
    page = client.post(url, sent)
    assert page.status_code == 200
    assert "裁判结果" in page.content.decode()
    assert not Case.objects.exists()


def test_the_second_clerk_is_led_to_the_case(notice: Proposal, police_clerk: Actor) -> None:
    first, second = signed_in(police_clerk), signed_in(police_clerk)
    url = reverse("intake_proposal", args=[notice.pk])
    ours = form_of(first, url) | {"served_on": "2025-02-19"}
    theirs = form_of(second, url) | {"served_on": "2025-02-19"}
    assert first.post(url, ours).status_code == 302
    late = second.post(url, theirs)
    assert late.status_code == 409
    assert "没有重复登记" in late.content.decode()
    assert reverse("case", args=[Case.objects.get().pk]) in late.content.decode()


def test_setting_aside_needs_a_reason(notice: Proposal, police_clerk: Actor) -> None:
    client = signed_in(police_clerk)
    url = reverse("intake_set_aside", args=[notice.pk])
    assert client.post(url, {"reason": "", "_mark": "a"}).status_code == 422
    assert client.post(url, {"reason": "等待法院补正", "_mark": "b"}).status_code == 302
    notice.refresh_from_db()
    assert notice.state == "set_aside"
    client.post(reverse("intake_reopen", args=[notice.pk]))
    notice.refresh_from_db()
    assert notice.state == "proposed"


@pytest.mark.parametrize("name", ["intake_proposal", "intake_following", "intake_original"])
def test_another_organs_clerk_finds_nothing(
    name: str, notice: Proposal, office_clerk: Actor, police_clerk: Actor
) -> None:
    url = reverse(name, args=[notice.pk])
    assert signed_in(police_clerk).get(url).status_code == 200
    assert signed_in(office_clerk).get(url).status_code == 404


def test_the_original_comes_as_an_attachment(notice: Proposal, police_clerk: Actor) -> None:
    answer = signed_in(police_clerk).get(reverse("intake_original", args=[notice.pk]))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.content == next(SAMPLES.glob("01*")).read_bytes()


def test_a_post_that_does_not_receive_is_shown_nothing(organs: dict[str, Organ], notice: Proposal) -> None:
    from tests.builders import actor

    head = actor(organs["police"], "main_head", "孟书言")
    assert signed_in(head).get(reverse("intake")).status_code == 404
    assert signed_in(head).get(reverse("intake_proposal", args=[notice.pk])).status_code == 404


def test_the_day_given_to_one_paper_is_proposed_for_the_next(drop: Drop, police_clerk: Actor) -> None:
    from yingsu.intake.actions import confirm
    from yingsu.intake.first_reading import particulars_read

    first, second = drop(police_clerk, "01", "02")
    confirm(proposal=first, data=particulars_read(first, served_on=date(2025, 2, 19)), by=police_clerk)
    page = signed_in(police_clerk).get(reverse("intake_proposal", args=[second.pk]))
    assert page.context["form"]["served_on"].value() == date(2025, 2, 19)
    assert "同一次收文、同一原告和被告" in page.content.decode()

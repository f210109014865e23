"""The door: who comes in, who does not, and what either is told."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as platform
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests.at_once import at_once
from tests.builders import actor, county
from yingsu.access import queries
from yingsu.access.actions import check_sign_in
from yingsu.access.models import Account, FailedSignIn
from yingsu.audit.models import AuditLine
from yingsu.base import clock
from yingsu.base.refusal import Refused
from yingsu.organs.models import Post

WORD = "只供测试的口令-1"
DOOR = "/sign-in/"


@pytest.fixture
def account(db: None) -> Account:
    """罗予安 of 清禾县自然资源局."""
    post = Post.objects.get(pk=actor(county()["land"], "legal_staff", "罗予安").post_id)
    return Account.objects.create_account(name="luoyuan", person=post.person, post=post, password=WORD)


def sign_in(client: Client, name: str = "luoyuan", password: str = WORD, **more: str) -> Any:
    return client.post(DOOR, {"name": name, "password": password, **more})


def session_of(client: Client) -> str:
    return client.cookies[platform.SESSION_COOKIE_NAME].value


def test_signing_in_leads_to_the_desk_and_leaves_a_line(account: Account) -> None:
    client = Client()
    answer = sign_in(client)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/").status_code == 200
    line = AuditLine.objects.get(action="access.sign_in")
    assert (line.person, line.result) == ("罗予安", "done") and WORD not in str(line.detail)


def test_the_page_asked_for_is_come_back_to(account: Account) -> None:
    client = Client()
    asked = client.get("/cases/?q=%E6%9E%97")
    assert asked["Location"].startswith("/sign-in/?next=/cases/")
    page = client.get(asked["Location"])
    assert sign_in(client, next=page.context["next"])["Location"] == "/cases/?q=%E6%9E%97"


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/", "//evil.example/", "/\\evil.example", "http:///evil.example", "javascript:alert(1)",
        "https:evil.example", "\t//evil.example", "http://testserver.evil.example/", "ftp://testserver/", "https://testserver@evil.example",
    ],
)  # fmt: skip
def test_nobody_is_led_out_of_the_house(target: str, account: Account) -> None:
    assert sign_in(Client(), next=target)["Location"] == "/"
    assert Client().get(DOOR, {"next": target}).context["next"] == "/"


def test_an_unknown_name_and_a_wrong_password_are_told_the_same(account: Account) -> None:
    wrong = sign_in(Client(), password="错")
    unknown = sign_in(Client(), name="nobody", password="错")
    account.is_active = False
    account.save()
    closed = sign_in(Client())
    assert wrong.status_code == unknown.status_code == closed.status_code == 403
    told = [answer.context["form"].errors["__all__"] for answer in (wrong, unknown, closed)]
    assert (
        told[0]
        == told[1]
        == told[2]
        == ["登录名或口令不正确。请核对后重新输入。忘记口令的，请联系本单位管理员。"]
    )
    assert 'value="错"' not in wrong.content.decode()


def test_the_same_work_is_done_for_every_refusal(account: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the name exists cannot be told by the time it takes: a password is hashed each time."""
    from django.contrib.auth.hashers import Argon2PasswordHasher

    hashed: list[str] = []
    before = Argon2PasswordHasher.encode

    def counted(self: Any, password: str, salt: str) -> str:
        hashed.append("encode")
        return before(self, password, salt)

    def verified(self: Any, password: str, encoded: str) -> bool:
        hashed.append("verify")
        return False

    monkeypatch.setattr(Argon2PasswordHasher, "encode", counted)
    monkeypatch.setattr(Argon2PasswordHasher, "verify", verified)
    for name in ("luoyuan", "nobody"):
        hashed.clear()
        sign_in(Client(), name=name, password="错")
        assert len(hashed) == 1, name


def test_guessing_is_slowed_for_a_name_from_anywhere(
    account: Account, today_is: Callable[[str], None]
) -> None:
    for place in range(queries.TRIES):
        answer = Client(REMOTE_ADDR=f"10.0.0.{place}").post(DOOR, {"name": "luoyuan", "password": "错"})
        assert answer.status_code == 403
    answer = Client(REMOTE_ADDR="10.0.1.1").post(DOOR, {"name": "luoyuan", "password": WORD})
    assert answer.status_code == 429 and "登录失败次数过多" in answer.content.decode()
    FailedSignIn.objects.update(at=clock.now() - queries.WINDOW - timedelta(seconds=1))
    assert sign_in(Client()).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_many_guesses_at_once_are_no_more_than_one_after_the_other(account: Account) -> None:
    answers = at_once(*[lambda: sign_in(Client(), password="错").status_code] * 12)
    assert sorted(answers) == [403] * queries.TRIES + [429] * (12 - queries.TRIES)


def test_guessing_names_is_slowed_for_an_address(account: Account) -> None:
    for number in range(queries.TRIES * 4):
        FailedSignIn.objects.create(name=f"n{number}", address="127.0.0.1", at=clock.now())
    assert sign_in(Client()).status_code == 429
    assert sign_in(Client(REMOTE_ADDR="10.0.0.9")).status_code == 302


def test_a_success_forgets_the_failures(account: Account) -> None:
    for _ in range(queries.TRIES - 1):
        sign_in(Client(), password="错")
    assert sign_in(Client()).status_code == 302
    assert not FailedSignIn.objects.exists()


def test_a_refusal_is_audited_without_the_password(account: Account) -> None:
    sign_in(Client(), password="不该留下的口令")
    line = AuditLine.objects.get()
    assert (line.action, line.result, line.detail) == ("access.sign_in", "refused", {"name": "luoyuan"})


@pytest.mark.parametrize("password", ["", "x" * 201])
def test_a_form_that_does_not_read_is_no_attempt(password: str, account: Account) -> None:
    assert sign_in(Client(), password=password).status_code == 422
    assert not FailedSignIn.objects.exists()


def test_the_session_is_a_new_one_after_signing_in(account: Account) -> None:
    client = Client()
    session = client.session
    session["seen"] = 1
    session.save()
    client.cookies[platform.SESSION_COOKIE_NAME] = session.session_key
    planted = session.session_key
    sign_in(client)
    assert session_of(client) != planted
    stale = Client()
    stale.cookies[platform.SESSION_COOKIE_NAME] = planted
    assert stale.get("/").status_code == 302


def test_a_signed_out_session_is_dead(account: Account) -> None:
    client = Client()
    sign_in(client)
    kept = session_of(client)
    assert client.get(reverse("sign_out")).status_code == 405
    assert client.post(reverse("sign_out")).status_code == 302
    thief = Client()
    thief.cookies[platform.SESSION_COOKIE_NAME] = kept
    assert thief.get("/")["Location"].startswith("/sign-in/")
    assert not Session.objects.filter(session_key=kept).exists()


def test_a_new_password_and_a_closed_account_end_the_sessions(account: Account) -> None:
    first, second = Client(), Client()
    sign_in(first)
    sign_in(second)
    account.set_password("另一个口令-2")
    account.save()
    assert first.get("/").status_code == 302
    sign_in(second, password="另一个口令-2")
    assert second.get("/").status_code == 200
    account.is_active = False
    account.save()
    assert second.get("/").status_code == 302


def test_the_cookie_is_kept_from_scripts_and_other_sites(account: Account) -> None:
    answer = sign_in(Client())
    cookie = answer.cookies[platform.SESSION_COOKIE_NAME]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and int(cookie["max-age"]) == 8 * 60 * 60


def test_the_password_is_kept_by_argon2(account: Account) -> None:
    assert account.password.startswith("argon2$argon2id$")
    with pytest.raises(Refused):
        check_sign_in(name="luoyuan", password=account.password, address="")

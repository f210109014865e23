"""manage.py demonstrate: where it refuses, and what it says."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from yingsu.access.actions import check_sign_in
from yingsu.access.models import Account
from yingsu.demonstration.management.commands.demonstrate import MAIN
from yingsu.demonstration.organs_and_people import PASSWORD, load_organs_and_people, sign_ins
from yingsu.demonstration.printing import table


@pytest.mark.django_db
def test_a_production_installation_refuses(settings: object) -> None:
    settings.DEMONSTRATION = False  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="正式运行不能装入演示数据"):
        call_command("demonstrate")
    assert not Account.objects.exists()


@pytest.mark.django_db
def test_everybody_signs_in_with_the_password_that_is_told() -> None:
    organs, people = load_organs_and_people()
    assert (organs, people) == (287, Account.objects.count())
    account = check_sign_in(name="clerk", password=PASSWORD, address="127.0.0.1")
    assert account.person.name == "白一舟"
    assert account.post.organ.code == "QHX-OFFICE"
    assert load_organs_and_people() == (organs, people)


@pytest.mark.django_db
def test_the_main_accounts_are_there_to_be_told() -> None:
    load_organs_and_people()
    assert [line.account for line in sign_ins(*MAIN)] == list(MAIN)


def test_columns_align_by_the_width_of_chinese_characters() -> None:
    assert table([("登录名", "姓名"), ("clerk", "白一舟")]) == ["登录名  姓名", "clerk   白一舟"]

"""Accounts and sign-in."""

from django.contrib.auth.hashers import make_password

from yingsu.access.models import Account, FailedSignIn
from yingsu.access.queries import may_try
from yingsu.audit.actions import record
from yingsu.base import clock
from yingsu.base.models import Counter
from yingsu.base.refusal import Refused
from yingsu.base.tx import write_tx, writes

WRONG = "登录名或口令不正确。"
TRIES = "access.tries"  # the row that is held while a try is counted


@writes
def _begin_try(name: str, address: str) -> bool:
    """Count a try before it is made, one at a time, so that many at once are not more than may be; false when spent."""
    Counter.objects.get_or_create(series=TRIES)
    Counter.objects.select_for_update().get(series=TRIES)
    if not may_try(name, address):
        return False
    FailedSignIn.objects.create(name=name[:60], address=address[:60], at=clock.now())
    return True


@writes
def _refused(name: str) -> None:
    record("access.sign_in", by=None, result="refused", name=name[:60])


def check_sign_in(*, name: str, password: str, address: str) -> Account:
    """The account, or `Refused` with the same words and the same work whatever was wrong."""
    if not _begin_try(name, address):
        _refused(name)
        make_password(password)
        raise Refused(
            "登录失败次数过多，暂时不能登录。", "请在 15 分钟后再试，或者联系本单位管理员。", status=429
        )
    account = Account.objects.filter(name=name, is_active=True).first()
    if account is None:
        make_password(password)
    elif account.check_password(password):
        with write_tx():
            FailedSignIn.objects.filter(name=name).delete()
        return account
    _refused(name)
    raise Refused(WRONG, "请核对后重新输入。忘记口令的，请联系本单位管理员。", status=403)

"""The account by which a person signs in."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from yingsu.organs.models import Person, Post


class Accounts(BaseUserManager["Account"]):
    """Creates accounts."""

    def create_account(self, *, name: str, person: Person, post: Post, password: str) -> "Account":
        """One account per person; *post* is the one acted in after sign-in."""
        account = self.model(name=name, person=person, post=post)
        account.set_password(password)
        account.save()
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account with that sign-in name."""
        return self.get(name=username)


class Account(AbstractBaseUser):
    """A sign-in. There is no superuser."""

    name = models.CharField("登录名", max_length=60, unique=True)
    person = models.OneToOneField(
        Person, verbose_name="人员", on_delete=models.PROTECT, related_name="account"
    )
    post = models.ForeignKey(Post, verbose_name="当前岗位", on_delete=models.PROTECT, related_name="+")
    is_active = models.BooleanField("启用", default=True)

    USERNAME_FIELD = "name"
    objects: Any = Accounts()

    class Meta:
        verbose_name = "账号"


class FailedSignIn(models.Model):
    """A refused sign-in, counted to slow down guessing."""

    name = models.CharField("登录名", max_length=60, db_index=True)
    address = models.CharField("来源地址", max_length=60, db_index=True)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "登录失败"

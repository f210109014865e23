"""The duty row."""

from django.db import models

from yingsu.docket.gate import GatedQuerySet
from yingsu.docket.models import Case, Entry, Instance
from yingsu.organs.models import Organ


class Duty(models.Model):
    """What an organ must or may do by a day because an article says so. A projection, rebuilt by `reconcile`."""

    class State(models.TextChoices):
        ANNOUNCED = "announced", "尚待起算"
        OPEN = "open", "待办"
        MET = "met", "已完成"
        MET_LATE = "met-late", "逾期完成"
        SUPERSEDED = "superseded", "不再适用"

    class Nature(models.TextChoices):
        DUTY = "duty", "应当"
        RIGHT = "right", "可以"
        EXPECTED = "expected", "法院期限"

    STANDING = (State.OPEN, State.ANNOUNCED)

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="duties")
    key = models.CharField("标识", max_length=160)
    rule = models.CharField("规则", max_length=60, db_index=True)
    title = models.CharField("事项", max_length=120)
    cite = models.CharField("依据", max_length=80)
    article = models.CharField("条文", max_length=20)
    book = models.CharField("规则册", max_length=60)
    nature = models.CharField("性质", max_length=12, choices=Nature.choices)
    role = models.CharField("责任主体", max_length=24)
    organ = models.ForeignKey(Organ, verbose_name="责任单位", on_delete=models.PROTECT, related_name="+")
    defendant = models.ForeignKey(
        Organ, verbose_name="被告", on_delete=models.PROTECT, null=True, related_name="+"
    )
    instance = models.ForeignKey(Instance, verbose_name="审级", on_delete=models.PROTECT, null=True)
    state = models.CharField("状态", max_length=12, choices=State.choices)
    due = models.DateField("期限", null=True)
    careful = models.DateField("从严日期", null=True)
    provisional = models.BooleanField("暂定", default=False)
    trigger = models.ForeignKey(
        Entry, verbose_name="起算事项", on_delete=models.PROTECT, null=True, related_name="+"
    )
    met_on = models.DateField("完成日期", null=True)
    moved_from = models.DateField("原期限", null=True)
    moved_because = models.CharField("变动原因", max_length=300, blank=True)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "应办事项"
        ordering = ["due", "id"]
        constraints = [models.UniqueConstraint(fields=["case", "key"], name="duty_once")]
        indexes = [
            models.Index(fields=["state", "organ", "due"], name="duty_desk"),
            models.Index(fields=["state", "due"], name="duty_calendar"),
        ]

    def __str__(self) -> str:
        return self.title

    def is_overdue(self, today: object) -> bool:
        """Whether the day has passed while the duty is open. Overdue is a question to the clock."""
        return bool(
            self.state == self.State.OPEN
            and self.nature == self.Nature.DUTY
            and self.due
            and self.due < today
        )

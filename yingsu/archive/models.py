"""The volume."""

from django.db import models

from yingsu.docket.gate import GatedQuerySet
from yingsu.docket.models import Case
from yingsu.files.models import StoredFile
from yingsu.organs.models import Organ


class Volume(models.Model):
    """The file of one case kept by one organ: one case, one number (办法第二十八条第二款)."""

    class State(models.TextChoices):
        OPEN = "open", "整理中"
        BOUND = "bound", "已装订"
        CLOSED = "closed", "已归档"

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="volumes")
    organ = models.ForeignKey(Organ, verbose_name="立卷单位", on_delete=models.PROTECT, related_name="+")
    defendant = models.ForeignKey(Organ, verbose_name="应诉机关", on_delete=models.PROTECT, related_name="+")
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.OPEN)
    year = models.PositiveSmallIntegerField("年度", null=True)
    number = models.CharField("卷号", max_length=40, blank=True)
    explanations = models.JSONField("缺件说明", default=dict)
    contents = models.JSONField("卷内目录", default=list)
    pages = models.PositiveIntegerField("页数", default=0)
    file = models.ForeignKey(
        StoredFile, verbose_name="卷宗文件", on_delete=models.PROTECT, null=True, related_name="+"
    )
    compiler = models.CharField("立卷人", max_length=60, blank=True)
    bound_by = models.CharField("装订人", max_length=200, blank=True)
    bound_on = models.DateField("装订日期", null=True)
    closed_by = models.CharField("归档人", max_length=200, blank=True)
    closed_on = models.DateField("归档日期", null=True)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "案卷"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "organ"], name="volume_once"),
            models.UniqueConstraint(
                fields=["organ", "number"], name="volume_number", condition=~models.Q(number="")
            ),
        ]

    def __str__(self) -> str:
        return self.number or "未编号案卷"

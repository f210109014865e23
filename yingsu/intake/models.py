"""Batch, Upload, Proposal: what a clerk dropped, file by file, and what was read in it."""

from typing import Any

from django.db import models

from yingsu.base.actor import Actor
from yingsu.docket.models import Case, CourtPaper
from yingsu.files.models import StoredFile
from yingsu.intake.capabilities import RECEIVE
from yingsu.organs.models import Organ


class OwnQuerySet(models.QuerySet[Any]):
    """Rows of an organ's own intake; `ORGAN_PATH` on the model leads to the organ."""

    def visible_to(self, actor: Actor) -> "OwnQuerySet":
        """The rows of the actor's own organ. Without the right to receive: none."""
        if not actor.may(RECEIVE):
            return self.none()
        return self.filter(**{getattr(self.model, "ORGAN_PATH", "organ"): actor.organ_id})


class Batch(models.Model):
    """What one clerk dropped at one time (办法第十条)."""

    organ = models.ForeignKey(Organ, verbose_name="收文单位", on_delete=models.PROTECT, related_name="+")
    uploaded_by = models.CharField("上传人", max_length=200)
    at = models.DateTimeField("上传时间")

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = "一次收文"
        ordering = ["-id"]


class Upload(models.Model):
    """One file of a batch. A file that could not be kept has no stored file, only its error."""

    ORGAN_PATH = "batch__organ"

    class State(models.TextChoices):
        READING = "reading", "正在识读"
        PROPOSED = "proposed", "待核对"
        CONFIRMED = "confirmed", "已登记"
        SET_ASIDE = "set_aside", "暂不处理"
        UNREADABLE = "unreadable", "不能读取"

    batch = models.ForeignKey(
        Batch, verbose_name="一次收文", on_delete=models.PROTECT, related_name="uploads"
    )
    file = models.ForeignKey(
        StoredFile, verbose_name="文件", on_delete=models.PROTECT, null=True, related_name="+"
    )
    file_name = models.CharField("文件名", max_length=200)
    state = models.CharField(
        "状态", max_length=12, choices=State.choices, default=State.READING, db_index=True
    )
    error = models.CharField("不能读取的原因", max_length=500, blank=True)
    same_as = models.ForeignKey(
        "self", verbose_name="与之相同的上传件", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = "上传件"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.file_name


class Proposal(models.Model):
    """One paper found in an upload: fields with their place and confidence, to be confirmed by a person.

    `fields`: name → list of {value, page, box, span, confidence, how}. `pages`: list of {number, text, width,
    height, has_image}. `version` moves with every change of state, so that two people never confirm twice.
    """

    ORGAN_PATH = "upload__batch__organ"

    class State(models.TextChoices):
        PROPOSED = "proposed", "待核对"
        CONFIRMED = "confirmed", "已登记"
        SET_ASIDE = "set_aside", "暂不处理"

    upload = models.ForeignKey(
        Upload, verbose_name="上传件", on_delete=models.PROTECT, related_name="proposals"
    )
    doc_type = models.CharField("文书种类", max_length=60, blank=True)
    kind = models.CharField("文书类别", max_length=24)
    is_suit = models.BooleanField("属于应诉案件", default=True)
    fields = models.JSONField("识读字段", default=dict)
    pages = models.JSONField("页面", default=list)
    notes = models.JSONField("识读说明", default=list)
    state = models.CharField(
        "状态", max_length=12, choices=State.choices, default=State.PROPOSED, db_index=True
    )
    reason = models.CharField("暂不处理的原因", max_length=300, blank=True)
    settled_by = models.CharField("处理人", max_length=200, blank=True)
    settled_at = models.DateTimeField("处理时间", null=True)
    case = models.ForeignKey(
        Case, verbose_name="案件", on_delete=models.PROTECT, null=True, related_name="proposals"
    )
    paper = models.ForeignKey(
        CourtPaper, verbose_name="登记的文书", on_delete=models.PROTECT, null=True, related_name="proposals"
    )
    version = models.PositiveIntegerField("版本", default=1)

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = "拟登记内容"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.doc_type or self.upload.file_name

    def values(self, name: str) -> list[str]:
        """All values read for a field, in the order of the paper."""
        return [str(one["value"]) for one in self.fields.get(name, ())]

    def value(self, name: str) -> str:
        """The first value read for a field, or an empty string."""
        return next(iter(self.values(name)), "")

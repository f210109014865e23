"""Document, its versions, and the steps of its sign-off."""

from typing import Any

from django.db import models

from yingsu.docket.gate import GatedQuerySet
from yingsu.docket.models import Case, Instance
from yingsu.documents.transitions import STATES, VERBS
from yingsu.organs.models import Organ


class Document(models.Model):
    """A paper we issue in a case. Its content stands in its versions; `version` names the current one."""

    class State(models.TextChoices):
        DRAFT = "draft", STATES["draft"]
        WAITING = "waiting", STATES["waiting"]
        SIGNED = "signed", STATES["signed"]
        SEALED = "sealed", STATES["sealed"]
        SENT = "sent", STATES["sent"]

    DONE = (State.SIGNED, State.SEALED, State.SENT)

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="documents")
    instance = models.ForeignKey(
        Instance, verbose_name="审级", on_delete=models.PROTECT, null=True, related_name="documents"
    )
    kind = models.CharField("文书种类", max_length=40, db_index=True)
    title = models.CharField("标题", max_length=200)
    defendant = models.ForeignKey(Organ, verbose_name="被告", on_delete=models.PROTECT, related_name="+")
    signing_organ = models.ForeignKey(
        Organ, verbose_name="审签机关", on_delete=models.PROTECT, related_name="+"
    )
    drafting_organ = models.ForeignKey(
        Organ, verbose_name="起草单位", on_delete=models.PROTECT, related_name="+"
    )
    number = models.CharField("发文字号", max_length=80, blank=True)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.DRAFT)
    version = models.PositiveIntegerField("当前版本", default=1)
    drafted_by = models.CharField("起草人", max_length=200)
    drafted_by_person = models.BigIntegerField("起草人编号")
    changed_on = models.DateField("最近办理日期")
    signer = models.JSONField("审签人", default=dict, blank=True)
    signed_on = models.DateField("审签日期", null=True, blank=True)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "文稿"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["state", "signing_organ"], name="document_sign_off"),
            models.Index(fields=["state", "drafting_organ"], name="document_drafting"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_signed(self) -> bool:
        """Whether a head of the signing organ has signed it off."""
        return self.state in self.DONE

    @property
    def current(self) -> "DocumentVersion":
        """The current version."""
        return self.versions.get(number=self.version)

    @property
    def data(self) -> dict[str, Any]:
        """The content of the current version."""
        return dict(self.current.data)


class DocumentVersion(models.Model):
    """The content of a document as somebody saved it. Added, never changed."""

    CASE_PATH = "document__case"

    document = models.ForeignKey(
        Document, verbose_name="文稿", on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField("版本")
    data = models.JSONField("内容", default=dict)
    note = models.CharField("修改说明", max_length=200, blank=True)
    made_by = models.CharField("保存人", max_length=200)
    made_at = models.DateTimeField("保存时间")

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "文稿版本"
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="document_version_once")]


class SignOffStep(models.Model):
    """One step of the sign-off: submitted, signed, returned with its reason. Added, never changed."""

    CASE_PATH = "document__case"

    document = models.ForeignKey(
        Document, verbose_name="文稿", on_delete=models.PROTECT, related_name="steps"
    )
    verb = models.CharField("办理", max_length=12, choices=list(VERBS.items()))
    before = models.CharField("办理前", max_length=10)
    after = models.CharField("办理后", max_length=10)
    version = models.PositiveIntegerField("所办版本")
    on = models.DateField("办理日期")
    by = models.CharField("办理人", max_length=200)
    at = models.DateTimeField("登记时间")
    reason = models.TextField("意见", blank=True)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "审签记录"
        ordering = ["id"]

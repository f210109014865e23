"""Handling opinion, transfer, preparation, evidence, court filings."""

from typing import Any

from django.db import models

from yingsu.docket.gate import GatedQuerySet
from yingsu.docket.models import Case, Instance
from yingsu.files.models import StoredFile
from yingsu.organs.models import Organ
from yingsu.response.transitions import STATES


class OfOneDefendant(models.Model):
    """What belongs to one defendant of ours in one instance of a case."""

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="+")
    instance = models.ForeignKey(
        Instance, verbose_name="审级", on_delete=models.PROTECT, null=True, related_name="+"
    )
    defendant = models.ForeignKey(Organ, verbose_name="被告", on_delete=models.PROTECT, related_name="+")

    objects: Any = GatedQuerySet.as_manager()

    class Meta:
        abstract = True


class HandlingOpinion(OfOneDefendant):
    """A handling opinion (拟办意见) and how a head directed it (批办). A returned one is followed by a new round."""

    class State(models.TextChoices):
        PUT_UP = "put_up", STATES["put_up"]
        APPROVED = "approved", STATES["approved"]
        RETURNED = "returned", STATES["returned"]

    class Approver(models.TextChoices):
        CHIEF = "chief", "正职负责人"
        IN_CHARGE_OF_ACT = "in-charge-of-act", "分管被诉行政行为实施工作的负责人"
        IN_CHARGE_OF_JUSTICE = "in-charge-of-justice", "分管司法行政工作的负责人"

    round = models.PositiveSmallIntegerField("轮次", default=1)
    proposed_unit = models.ForeignKey(
        Organ, verbose_name="拟定承办单位", on_delete=models.PROTECT, related_name="+"
    )
    unit_by_law = models.ForeignKey(
        Organ, verbose_name="依规定的承办单位", on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.TextField("拟办理由")
    article = models.CharField("依据", max_length=80)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.PUT_UP)
    put_up_on = models.DateField("提出日期")
    put_up_by = models.CharField("拟办人", max_length=200)
    approver = models.CharField("批办人身份", max_length=24, choices=Approver.choices, blank=True)
    approver_post = models.JSONField("批办人", default=dict, blank=True)
    directed_on = models.DateField("批办日期", null=True, blank=True)
    approved_unit = models.ForeignKey(
        Organ, verbose_name="批办承办单位", on_delete=models.PROTECT, null=True, related_name="+"
    )
    direction = models.TextField("批办意见", blank=True)

    class Meta:
        verbose_name = "拟办意见"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "instance", "defendant", "round"], name="opinion_round_once"
            )
        ]


class UnitDecision(OfOneDefendant):
    """The unit the government office and the justice bureau decided on together (办法第十二条第一款第三项)."""

    unit = models.ForeignKey(Organ, verbose_name="承办单位", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField("会商情况")
    decided_on = models.DateField("确定日期")
    decided_by = models.CharField("登记人", max_length=200)

    class Meta:
        verbose_name = "承办单位会商"
        ordering = ["-id"]


class Transfer(OfOneDefendant):
    """Papers passed on to the responsible unit, and its signing for them (转办、签收)."""

    unit = models.ForeignKey(Organ, verbose_name="承办单位", on_delete=models.PROTECT, related_name="+")
    passed_on = models.DateField("转办日期", null=True)
    passed_by = models.CharField("转办人", max_length=200, blank=True)
    signed_on = models.DateField("签收日期", null=True)
    signed_by = models.CharField("签收人", max_length=200, blank=True)

    class Meta:
        verbose_name = "转办签收"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "instance", "defendant", "unit"], name="transfer_once")
        ]


class ChecklistItem(OfOneDefendant):
    """A line of the preparation checklist that was done, or that the unit added (按照人民法院的应诉要求)."""

    code = models.CharField("代码", max_length=40)
    text = models.CharField("事项", max_length=300)
    basis = models.CharField("依据", max_length=200, blank=True)
    done_on = models.DateField("完成日期", null=True, blank=True)
    done_by = models.CharField("完成人", max_length=200, blank=True)

    class Meta:
        verbose_name = "应诉准备事项"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "instance", "defendant", "code"], name="checklist_code_once"
            )
        ]


class RiskAssessment(OfOneDefendant):
    """A legal risk assessment (法律风险评估). A later one replaces an earlier one; both stay."""

    class Level(models.TextChoices):
        LOW = "low", "低"
        MEDIUM = "medium", "中"
        HIGH = "high", "高"

    level = models.CharField("风险等级", max_length=8, choices=Level.choices)
    points = models.JSONField("主要风险点", default=list)
    text = models.TextField("评估意见", blank=True)
    assessed_on = models.DateField("评估日期")
    assessed_by = models.CharField("评估人", max_length=200)

    class Meta:
        verbose_name = "法律风险评估"
        ordering = ["-id"]


class EvidenceItem(OfOneDefendant):
    """One piece of evidence as the catalogue lists it (办法第十六条；行政诉讼法第三十三条)."""

    class Kind(models.TextChoices):
        DOCUMENTARY = "documentary", "书证"
        PHYSICAL = "physical", "物证"
        AUDIOVISUAL = "audiovisual", "视听资料"
        ELECTRONIC = "electronic", "电子数据"
        WITNESS = "witness", "证人证言"
        STATEMENT = "statement", "当事人的陈述"
        OPINION = "opinion", "鉴定意见"
        RECORD = "record", "勘验笔录、现场笔录"

    class Form(models.TextChoices):
        ORIGINAL = "original", "原件"
        COPY = "copy", "复制件"

    number = models.PositiveSmallIntegerField("序号")
    name = models.CharField("证据名称", max_length=200)
    kind = models.CharField("证据种类", max_length=16, choices=Kind.choices)
    source = models.CharField("证据来源", max_length=200)
    form = models.CharField("原件/复制件", max_length=10, choices=Form.choices)
    page_count = models.PositiveIntegerField("页数")
    purpose = models.TextField("证明目的")
    submitted_on = models.DateField("提交日期", null=True, blank=True)
    file = models.ForeignKey(
        StoredFile, verbose_name="文件", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    file_name = models.CharField("文件名", max_length=200, blank=True)
    version = models.PositiveIntegerField("版本", default=1)
    removed = models.BooleanField("已删除", default=False)

    class Meta:
        verbose_name = "证据"
        ordering = ["number", "id"]


class CourtFiling(OfOneDefendant):
    """What was handed to the court, when and how, with its proof (办法第十四条第二款)."""

    class What(models.TextChoices):
        ANSWER = "answer", "答辩状"
        EVIDENCE = "evidence", "证据、依据材料"
        BOTH = "both", "答辩状及证据、依据材料"
        EXTENSION = "extension", "延期举证申请"

    class Way(models.TextChoices):
        WINDOW = "window", "诉讼服务窗口递交"
        POST = "post", "邮寄"
        ONLINE = "online", "网上提交"
        COURT = "court", "当庭提交"

    what = models.CharField("提交内容", max_length=12, choices=What.choices)
    way = models.CharField("提交方式", max_length=10, choices=Way.choices)
    filed_on = models.DateField("提交日期")
    proof = models.CharField("提交凭证", max_length=300)
    file = models.ForeignKey(
        StoredFile, verbose_name="凭证文件", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    file_name = models.CharField("文件名", max_length=200, blank=True)
    text = models.TextField("申请理由", blank=True)
    override_reason = models.TextField("未经审签提交的原因", blank=True)
    filed_by = models.CharField("提交人", max_length=200)

    class Meta:
        verbose_name = "提交法院"
        ordering = ["-id"]

"""Reports, appeals, performance, recommendations, self-correction."""

from django.db import models

from yingsu.docket.gate import GatedQuerySet
from yingsu.docket.models import Case, CourtPaper, Decision, Instance
from yingsu.documents.models import Document
from yingsu.organs.models import Organ


class CaseReport(models.Model):
    """《行政应诉案件情况报告》 on one decision (办法第二十五条)."""

    class State(models.TextChoices):
        DRAFT = "draft", "起草中"
        SUBMITTED = "submitted", "已报送"
        FILED = "filed", "待签收备案"
        ACKNOWLEDGED = "acknowledged", "已备案"

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="reports")
    decision = models.ForeignKey(
        Decision, verbose_name="裁判", on_delete=models.PROTECT, related_name="reports"
    )
    defendant = models.ForeignKey(Organ, verbose_name="被告", on_delete=models.PROTECT, related_name="+")
    document = models.OneToOneField(
        Document, verbose_name="报告文稿", on_delete=models.PROTECT, related_name="case_report"
    )
    state = models.CharField("状态", max_length=14, choices=State.choices, default=State.DRAFT)
    submitted_on = models.DateField("报送日期", null=True)
    filed_on = models.DateField("备案日期", null=True)
    acknowledged_by = models.CharField("签收人", max_length=200, blank=True)
    acknowledged_on = models.DateField("签收日期", null=True)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "案件情况报告"
        constraints = [models.UniqueConstraint(fields=["decision", "defendant"], name="report_once")]


class AppealDecision(models.Model):
    """Whether to appeal or apply for retrial, decided by the defendant (办法第二十五条第一款第五项、第三款)."""

    class Choice(models.TextChoices):
        APPEAL = "appeal", "上诉"
        ACCEPT = "accept", "服判，不上诉"
        RETRIAL = "retrial", "申请再审"
        NONE = "none", "不上诉、不申请再审"

    case = models.ForeignKey(
        Case, verbose_name="案件", on_delete=models.PROTECT, related_name="appeal_decisions"
    )
    decision = models.ForeignKey(Decision, verbose_name="裁判", on_delete=models.PROTECT, related_name="+")
    defendant = models.ForeignKey(Organ, verbose_name="被告", on_delete=models.PROTECT, related_name="+")
    choice = models.CharField("决定", max_length=10, choices=Choice.choices)
    reason = models.TextField("理由")
    decided_on = models.DateField("决定日期")
    decided_by = models.CharField("决定人", max_length=200)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "上诉决定"


class PerformanceItem(models.Model):
    """One thing a decision orders, by when, by whom, and the proof that it was done (办法第二十六条)."""

    case = models.ForeignKey(
        Case, verbose_name="案件", on_delete=models.PROTECT, related_name="performance_items"
    )
    decision = models.ForeignKey(
        Decision, verbose_name="裁判", on_delete=models.PROTECT, related_name="items"
    )
    defendant = models.ForeignKey(Organ, verbose_name="被告", on_delete=models.PROTECT, related_name="+")
    label = models.CharField("标识", max_length=20)
    what = models.CharField("履行内容", max_length=300)
    until = models.DateField("履行期限", null=True)
    days = models.PositiveIntegerField("自生效之日起的日数", null=True)
    progress = models.TextField("进展", blank=True)
    done_on = models.DateField("履行完毕日期", null=True)
    proof = models.CharField("履行凭据", max_length=300, blank=True)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "履行事项"
        ordering = ["until", "id"]
        constraints = [models.UniqueConstraint(fields=["case", "label"], name="item_once")]


class RecommendationReply(models.Model):
    """The written opinion on a judicial recommendation and its answer to the court (办法第二十七条)."""

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="replies")
    paper = models.OneToOneField(
        CourtPaper, verbose_name="司法建议书", on_delete=models.PROTECT, related_name="reply"
    )
    defendant = models.ForeignKey(Organ, verbose_name="收件机关", on_delete=models.PROTECT, related_name="+")
    opinion = models.TextField("书面意见")
    signed_by = models.CharField("审签负责人", max_length=200, blank=True)
    signed_on = models.DateField("审签日期", null=True)
    answered_on = models.DateField("回复日期", null=True)
    proof = models.CharField("回复凭据", max_length=300, blank=True)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "司法建议回复"


class SelfCorrection(models.Model):
    """The challenged act corrected before an effective decision, and who was told (办法第二十四条)."""

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="corrections")
    instance = models.ForeignKey(
        Instance, verbose_name="审级", on_delete=models.PROTECT, null=True, related_name="+"
    )
    defendant = models.ForeignKey(Organ, verbose_name="被告", on_delete=models.PROTECT, related_name="+")
    what = models.TextField("纠正情况")
    corrected_on = models.DateField("纠正日期")
    court_informed_on = models.DateField("告知法院日期", null=True)
    parties_informed_on = models.DateField("告知当事人日期", null=True)
    reviewing_organ_informed_on = models.DateField("告知复议机关日期", null=True)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "自行纠正"

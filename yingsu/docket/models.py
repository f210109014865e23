"""Case, Instance, Party, CourtPaper, Entry, CaseRelation."""

from typing import Any

from django.db import models

from yingsu.base.append_only import AppendOnly
from yingsu.docket.gate import CaseQuerySet, GatedAppendOnlyQuerySet, GatedQuerySet
from yingsu.files.models import StoredFile
from yingsu.organs.models import Organ


class Case(models.Model):
    """A suit (or reconsideration case) with all its instances.

    `stage`, `case_number`, `search_text`, `next_due` and `closed` are projections of the entries, kept for lists.
    """

    class Subject(models.TextChoices):
        SUIT = "suit", "行政诉讼"
        RECONSIDERATION = "reconsideration", "行政复议"

    class Route(models.TextChoices):
        DIRECT = "direct", "直接起诉"
        AFTER = "after-reconsideration", "经行政复议"

    class Stage(models.TextChoices):
        RECEIVED = "received", "收文"
        HANDLING = "handling", "拟办批办"
        TRANSFER = "transfer", "转办签收"
        ANSWERING = "answering", "答辩举证"
        HEARING = "hearing", "开庭"
        DECISION = "decision", "裁判"
        PERFORMANCE = "performance", "履行"
        ARCHIVED = "archived", "归档"

    title = models.CharField("案件名称", max_length=400)
    subject = models.CharField("性质", max_length=16, choices=Subject.choices, default=Subject.SUIT)
    route = models.CharField("起诉途径", max_length=24, choices=Route.choices, default=Route.DIRECT)
    cause_codes = models.CharField("案由代码", max_length=40, blank=True)
    cause = models.CharField("案由", max_length=200, blank=True)
    field = models.CharField("行政管理领域", max_length=12, blank=True)
    act_name = models.CharField("被诉行政行为", max_length=200, blank=True)
    act_number = models.CharField("行政行为文号", max_length=120, blank=True)
    act_date = models.DateField("行政行为日期", null=True, blank=True)
    opened_on = models.DateField("登记日期", db_index=True)
    stage = models.CharField(
        "阶段", max_length=16, choices=Stage.choices, default=Stage.RECEIVED, db_index=True
    )
    case_number = models.CharField("案号", max_length=80, blank=True, db_index=True)
    search_text = models.TextField("检索文字", blank=True)
    next_due = models.DateField("最近期限", null=True, blank=True, db_index=True)
    closed = models.BooleanField("已归档", default=False, db_index=True)
    version = models.PositiveIntegerField("版本", default=0)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = "案件"
        indexes = [
            models.Index(fields=["-opened_on", "-id"], name="case_newest"),
            models.Index(fields=["next_due", "id"], name="case_soonest"),
        ]

    def __str__(self) -> str:
        return self.title


class CaseRelation(models.Model):
    """Why an organ sees a case. A projection, rebuilt from the entries."""

    class Relation(models.TextChoices):
        DEFENDANT = "defendant", "被告"
        RECEIVING = "receiving", "收文运转"
        UNDERTAKING = "undertaking", "承办"
        FILED_WITH = "filed_with", "备案"
        SUPERVISING = "supervising", "监督"

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="relations")
    organ = models.ForeignKey(Organ, verbose_name="单位", on_delete=models.PROTECT, related_name="+")
    relation = models.CharField("关系", max_length=16, choices=Relation.choices)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "案件关系"
        constraints = [models.UniqueConstraint(fields=["case", "organ", "relation"], name="relation_once")]
        indexes = [models.Index(fields=["organ", "case"], name="relation_organ")]


class Instance(models.Model):
    """One instance (审级) of a case, with its court and case number (办法第二条)."""

    class Stage(models.TextChoices):
        FIRST = "first", "一审"
        SECOND = "second", "二审"
        REVIEW = "retrial-review", "再审审查"
        RETRIAL = "retrial", "再审"
        REMAND = "remand", "发回重审"

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="instances")
    ordinal = models.PositiveSmallIntegerField("序次")
    stage = models.CharField("审级", max_length=16, choices=Stage.choices)
    court_code = models.CharField("法院代字", max_length=20, blank=True)
    court = models.CharField("法院", max_length=120)
    case_number = models.CharField("案号", max_length=80, unique=True, null=True, blank=True)
    accepted_on = models.DateField("立案日期", null=True, blank=True)
    judge = models.CharField("审判人员", max_length=120, blank=True)
    phone = models.CharField("法院联系电话", max_length=60, blank=True)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "审级"
        ordering = ["ordinal"]
        constraints = [models.UniqueConstraint(fields=["case", "ordinal"], name="instance_ordinal")]

    def __str__(self) -> str:
        return f"{self.get_stage_display()}　{self.case_number or '案号待补'}"

    @property
    def label(self) -> str:
        """The instance's label in the facts."""
        return str(self.ordinal)


class Party(models.Model):
    """A party to the case. Defendants of ours are tied to their organ."""

    class Role(models.TextChoices):
        PLAINTIFF = "plaintiff", "原告"
        DEFENDANT = "defendant", "被告"
        THIRD_PARTY = "third_party", "第三人"

    class ActedAs(models.TextChoices):
        ORIGINAL = "original", "作出原行政行为"
        RECONSIDERATION = "reconsideration", "作出复议决定"

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="parties")
    role = models.CharField("诉讼地位", max_length=12, choices=Role.choices)
    name = models.CharField("名称", max_length=200)
    organ = models.ForeignKey(
        Organ, verbose_name="行政机关", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    acted_as = models.CharField("被诉缘由", max_length=16, choices=ActedAs.choices, blank=True)
    act_by = models.ForeignKey(
        Organ, verbose_name="行为承办单位", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "当事人"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["case", "role", "name"], name="party_once")]

    def __str__(self) -> str:
        return self.name


class CourtPaper(models.Model):
    """A paper received and registered in a case, tied to its bytes."""

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="papers")
    instance = models.ForeignKey(
        Instance, verbose_name="审级", on_delete=models.PROTECT, null=True, related_name="papers"
    )
    kind = models.CharField("文书类别", max_length=24)
    title = models.CharField("文书名称", max_length=80)
    file = models.ForeignKey(StoredFile, verbose_name="文件", on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField("文件名", max_length=200)
    pages = models.PositiveIntegerField("页数", default=1)
    dated = models.DateField("落款日期", null=True, blank=True)
    received_on = models.DateField("收到日期")
    register_number = models.CharField("收文号", max_length=60)
    fields = models.JSONField("核定字段", default=dict)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "法院文书"
        ordering = ["received_on", "id"]
        constraints = [models.UniqueConstraint(fields=["case", "file", "kind"], name="paper_once")]

    def __str__(self) -> str:
        return self.title


class Entry(AppendOnly):
    """One dated line of the docket: a fact, who entered it, when it happened, when it was entered.

    `happened_on` is the law's day; `known_on` the day it became known here; `entered_at` the moment of entry.
    A correction names the entry it corrects. Entries are never changed or removed.
    """

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="entries")
    seq = models.PositiveIntegerField("序号")
    kind = models.CharField("事项", max_length=40, db_index=True)
    instance = models.ForeignKey(
        Instance, verbose_name="审级", on_delete=models.PROTECT, null=True, related_name="entries"
    )
    organ = models.ForeignKey(
        Organ, verbose_name="所涉被告", on_delete=models.PROTECT, null=True, related_name="+"
    )
    happened_on = models.DateField("发生日期")
    known_on = models.DateField("知悉日期")
    values = models.JSONField("内容", default=dict)
    summary = models.CharField("摘要", max_length=500)
    note = models.TextField("说明", blank=True)
    paper = models.ForeignKey(
        CourtPaper, verbose_name="依据文书", on_delete=models.PROTECT, null=True, related_name="entries"
    )
    corrects = models.OneToOneField(
        "self", verbose_name="更正", on_delete=models.PROTECT, null=True, related_name="corrected_by"
    )
    entered_at = models.DateTimeField("登记时间")
    entered_by = models.CharField("登记人", max_length=200)
    person_id_by = models.BigIntegerField("登记人编号", null=True)

    objects = GatedAppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "案件日志"
        ordering = ["case", "seq"]
        constraints = [models.UniqueConstraint(fields=["case", "seq"], name="entry_seq")]

    def __str__(self) -> str:
        return self.summary

    @property
    def fact_id(self) -> str:
        """The entry's name among the facts; sorts as the entries were made."""
        return f"e{self.seq:05d}"

    def as_fact(self) -> dict[str, Any]:
        """The entry in the flat form the law reads."""
        fact: dict[str, Any] = {
            "id": self.fact_id,
            "kind": self.kind,
            "on": self.happened_on.isoformat(),
            "known": self.known_on.isoformat(),
            "instance": self.instance.label if self.instance else "1",
            **self.values,
        }
        if self.organ:
            fact["organ"] = self.organ.code
        if self.paper_id and "recommendation" in (self.kind.split("-")[0], self.values.get("paper")):
            fact["number"] = f"p{self.paper_id}"  # each recommendation is answered for itself
        if self.corrects:
            fact["corrects"] = self.corrects.fact_id
        return fact


class Hearing(models.Model):
    """A hearing the court has set: a projection of the docket's hearing facts, kept for lists and calendars."""

    class State(models.TextChoices):
        SET = "set", "待开庭"
        HELD = "held", "已开庭"
        CANCELLED = "cancelled", "已取消"

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="hearings")
    instance = models.ForeignKey(
        Instance, verbose_name="审级", on_delete=models.PROTECT, related_name="hearings"
    )
    label = models.CharField("庭次", max_length=20)
    day = models.DateField("开庭日期", db_index=True)
    time = models.CharField("开庭时间", max_length=10, blank=True)
    place = models.CharField("开庭地点", max_length=120, blank=True)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.SET)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "开庭"
        ordering = ["day", "time"]
        constraints = [models.UniqueConstraint(fields=["instance", "label"], name="hearing_label")]

    def __str__(self) -> str:
        return f"{self.day.year}年{self.day.month}月{self.day.day}日 {self.time}".strip()


class Decision(models.Model):
    """A decision of a court: a projection of the fact `decision-made`, kept for lists and figures."""

    class Form(models.TextChoices):
        JUDGMENT = "judgment", "判决书"
        RULING = "ruling", "裁定书"
        MEDIATION = "mediation", "调解书"

    case = models.ForeignKey(Case, verbose_name="案件", on_delete=models.PROTECT, related_name="decisions")
    instance = models.ForeignKey(
        Instance, verbose_name="审级", on_delete=models.PROTECT, related_name="decisions"
    )
    first_seq = models.PositiveIntegerField("首次登记序号")
    form = models.CharField("形式", max_length=12, choices=Form.choices)
    decided_on = models.DateField("裁判日期", db_index=True)
    results = models.JSONField("裁判结果", default=list)
    lost = models.BooleanField("败诉", default=False)
    appealable = models.BooleanField("可上诉", default=False)
    final = models.BooleanField("终审", default=False)
    withdrawn = models.BooleanField("登记已撤回", default=False)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "裁判"
        ordering = ["decided_on", "id"]
        constraints = [models.UniqueConstraint(fields=["case", "first_seq"], name="decision_once")]

    def __str__(self) -> str:
        return f"{self.instance.get_stage_display()}{self.get_form_display()}"

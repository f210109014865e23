"""Who will appear, why a head cannot, and what happened."""

from django.db import models

from yingsu.docket.gate import GatedQuerySet
from yingsu.docket.models import Hearing
from yingsu.organs.models import Organ, Post


class Appearance(models.Model):
    """Who appears for one defendant at one hearing, filed with the bureau (办法第十四条第三款)."""

    CASE_PATH = "hearing__case"

    class State(models.TextChoices):
        PLANNED = "planned", "待报备"
        FILED = "filed", "待签收"
        ACKNOWLEDGED = "acknowledged", "已备案"

    hearing = models.ForeignKey(
        Hearing, verbose_name="开庭", on_delete=models.PROTECT, related_name="appearances"
    )
    defendant = models.ForeignKey(Organ, verbose_name="被告", on_delete=models.PROTECT, related_name="+")
    head = models.ForeignKey(
        Post, verbose_name="拟出庭负责人", on_delete=models.PROTECT, null=True, related_name="+"
    )
    head_name = models.CharField("负责人姓名", max_length=60, blank=True)
    head_title = models.CharField("负责人职务", max_length=60, blank=True)
    staff = models.JSONField("出庭工作人员", default=list)
    lawyers = models.JSONField("委托律师", default=list)
    state = models.CharField("状态", max_length=14, choices=State.choices, default=State.PLANNED)
    planned_on = models.DateField("确定日期")
    filed_on = models.DateField("报备日期", null=True)
    acknowledged_on = models.DateField("签收日期", null=True)
    acknowledged_by = models.CharField("签收人", max_length=200, blank=True)
    certificate_on = models.DateField("身份证明提交日期", null=True)

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "出庭安排"
        constraints = [models.UniqueConstraint(fields=["hearing", "defendant"], name="appearance_once")]


class Inability(models.Model):
    """Why the head cannot appear (办法第十八条)."""

    CASE_PATH = "appearance__hearing__case"

    class Ground(models.TextChoices):
        FORCE_MAJEURE = "force-majeure", "不可抗力"
        ACCIDENT = "accident", "意外事件"
        DUTY = "irreplaceable-duty", "需要履行他人不能代替的公务"
        OTHER = "other", "无法出庭的其他正当事由"

    appearance = models.OneToOneField(
        Appearance, verbose_name="出庭安排", on_delete=models.PROTECT, related_name="inability"
    )
    ground = models.CharField("情形", max_length=20, choices=Ground.choices)
    statement = models.TextField("情况说明")
    proof = models.CharField("证明材料", max_length=300, blank=True)
    sealed = models.BooleanField("已加盖行政机关印章或者由主要负责人签字认可", default=False)
    stated_on = models.DateField("提交日期")

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "不能出庭情况"


class HearingRecord(models.Model):
    """What happened at the hearing (办法第二十、二十二条)."""

    CASE_PATH = "appearance__hearing__case"

    appearance = models.OneToOneField(
        Appearance, verbose_name="出庭安排", on_delete=models.PROTECT, related_name="record"
    )
    head_appeared = models.BooleanField("负责人到庭")
    head_name = models.CharField("到庭负责人姓名", max_length=60, blank=True)
    head_title = models.CharField("到庭负责人职务", max_length=60, blank=True)
    head_spoke = models.BooleanField("负责人发言", default=False)
    proof = models.CharField("出庭证明", max_length=300, blank=True)
    resolution = models.TextField("就实质性解决争议发表的意见", blank=True)
    dispute = models.TextField("争议焦点", blank=True)
    arguments = models.JSONField("五方面论证", default=dict)
    settlement = models.TextField("和解、调解情况", blank=True)
    left_early = models.BooleanField("未经许可中途退庭", default=False)
    recorded_on = models.DateField("登记日期")

    objects = GatedQuerySet.as_manager()

    class Meta:
        verbose_name = "庭审情况"

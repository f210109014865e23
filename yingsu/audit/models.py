"""The audit line."""

from django.db import models

from yingsu.base.append_only import AppendOnly


class AuditLine(AppendOnly):
    """One act, refusal or reading worth recording. Lines are added, never changed."""

    at = models.DateTimeField("时间")
    person = models.CharField("人员", max_length=60)
    post = models.CharField("岗位", max_length=120)
    organ = models.CharField("单位", max_length=120)
    action = models.CharField("动作", max_length=60, db_index=True)
    object_kind = models.CharField("对象类别", max_length=40, blank=True)
    object_id = models.CharField("对象编号", max_length=60, blank=True)
    result = models.CharField("结果", max_length=20, default="done")
    detail = models.JSONField("摘要", default=dict)
    request_id = models.CharField("请求编号", max_length=40, blank=True)

    class Meta:
        verbose_name = "审计记录"
        indexes = [models.Index(fields=["object_kind", "object_id"], name="audit_object")]

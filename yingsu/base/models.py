"""Records that belong to no room: single-use form marks and gap-free counters."""

from django.db import models


class UsedForm(models.Model):
    """A submitted form's mark and where its answer went, so that a double click has a single effect."""

    mark = models.CharField("表单标记", max_length=64, unique=True)
    answer = models.CharField("处理结果地址", max_length=500)
    used_at = models.DateTimeField("提交时间")

    class Meta:
        verbose_name = "已提交表单"


class Counter(models.Model):
    """The last number given in a series (per organ, kind and year). Locked while a number is taken."""

    series = models.CharField("编号序列", max_length=120, unique=True)
    last = models.PositiveIntegerField("最后编号", default=0)

    class Meta:
        verbose_name = "编号"

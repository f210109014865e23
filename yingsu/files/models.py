"""The stored file."""

from django.db import models


class StoredFile(models.Model):
    """Bytes in the store, named by their SM3 digest. The same bytes are kept once."""

    digest = models.CharField("SM3 摘要", max_length=64, unique=True)
    size = models.PositiveBigIntegerField("字节数")
    content_type = models.CharField("内容类型", max_length=80)
    kept_at = models.DateTimeField("入库时间")

    class Meta:
        verbose_name = "存储文件"

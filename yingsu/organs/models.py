"""Organ, Person, Post."""

from typing import Any

from django.db import models


class Organ(models.Model):
    """An organ in the sense of Art. 3: government, department, zone committee, authorised organisation, township."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", "人民政府"
        DEPARTMENT = "department", "工作部门"
        ZONE = "zone", "开发区管理委员会"
        AUTHORISED = "authorised", "法律法规规章授权组织"
        TOWNSHIP = "township", "乡镇（街道）"

    class Level(models.TextChoices):
        CITY = "city", "市级"
        COUNTY = "county", "县级"
        TOWNSHIP = "township", "乡级"

    class Function(models.TextChoices):
        OFFICE = "office", "政府办公室"
        JUSTICE = "justice", "司法行政机关"

    code = models.CharField("机构代码", max_length=32, unique=True)
    name = models.CharField("全称", max_length=120, unique=True)
    short_name = models.CharField("简称", max_length=60)
    kind = models.CharField("类别", max_length=12, choices=Kind.choices)
    level = models.CharField("层级", max_length=12, choices=Level.choices)
    parent = models.ForeignKey(
        "self", verbose_name="上级", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    function = models.CharField("职能", max_length=12, choices=Function.choices, blank=True)
    region = models.CharField("地区", max_length=40, blank=True)

    class Meta:
        verbose_name = "行政机关"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_government(self) -> bool:
        """Whether the organ is a people's government of a city or county."""
        return self.kind == self.Kind.GOVERNMENT


class Person(models.Model):
    """Somebody who holds posts."""

    name = models.CharField("姓名", max_length=60)
    phone = models.CharField("联系电话", max_length=30, blank=True)

    class Meta:
        verbose_name = "人员"

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A post a person holds in an organ, with what it is in charge of (分管)."""

    class Kind(models.TextChoices):
        OFFICE_CLERK = "office_clerk", "办公室（综合科）收文"
        MAIN_HEAD = "main_head", "主要负责人"
        DEPUTY_HEAD = "deputy_head", "分管负责人"
        UNIT_HANDLER = "unit_handler", "承办人"
        LEGAL_STAFF = "legal_staff", "法治机构人员"
        BUREAU_STAFF = "bureau_staff", "司法局应诉工作人员"
        BUREAU_SUPERVISOR = "bureau_supervisor", "司法局监督人员"
        ARCHIVIST = "archivist", "档案人员"

    HEADS = (Kind.MAIN_HEAD, Kind.DEPUTY_HEAD)

    person = models.ForeignKey(Person, verbose_name="人员", on_delete=models.PROTECT, related_name="posts")
    organ = models.ForeignKey(Organ, verbose_name="单位", on_delete=models.PROTECT, related_name="posts")
    kind = models.CharField("岗位", max_length=20, choices=Kind.choices)
    title = models.CharField("职务", max_length=60)
    portfolio = models.JSONField("分管", default=list, blank=True)

    class Meta:
        verbose_name = "岗位"
        constraints = [models.UniqueConstraint(fields=["person", "organ", "kind"], name="post_once")]

    def __str__(self) -> str:
        return f"{self.organ.name} {self.title} {self.person.name}"

    @property
    def is_head(self) -> bool:
        """Whether the holder is a head of the organ (正职或副职，办法第十七条第二款)."""
        return self.kind in self.HEADS

    def snapshot(self) -> dict[str, Any]:
        """Name and office as a paper prints them."""
        return {"name": self.person.name, "title": self.title, "organ": self.organ.name}

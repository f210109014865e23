"""Writing audit lines."""

from typing import Any

from django.db import models

from yingsu.audit.models import AuditLine
from yingsu.base import clock
from yingsu.base.actor import Actor


def record(
    action: str, *, by: Actor | None, on: models.Model | None = None, result: str = "done", **detail: Any
) -> None:
    """Add one line in the current transaction. *detail* carries ids and codes, never personal data."""
    AuditLine.objects.create(
        at=clock.now(),
        person=by.person if by else "",
        post=by.title if by else "",
        organ=by.organ if by else "",
        action=action,
        object_kind=on._meta.label_lower if on is not None else "",
        object_id=str(on.pk) if on is not None else "",
        result=result,
        detail=detail,
        request_id=by.request_id if by else "",
    )

"""The gate: what reaches a case is seen only through `visible_to`."""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from yingsu.base.actor import Actor
from yingsu.base.append_only import AppendOnlyQuerySet


class CaseQuerySet(models.QuerySet[Any]):
    """Cases."""

    def visible_to(self, actor: Actor) -> "CaseQuerySet":
        """The cases an organ within the actor's reach has to do with. Without the right to see: none."""
        return self.filter(_seen(self.model, "pk", actor))


class GatedQuerySet(models.QuerySet[Any]):
    """Rows that reach a case by `CASE_PATH` on their model (default “case”)."""

    def visible_to(self, actor: Actor) -> "GatedQuerySet":
        """The rows whose case the actor may see."""
        path = getattr(self.model, "CASE_PATH", "case")
        return self.filter(_seen(_model_at(self.model, path), f"{path}_id", actor))


class GatedAppendOnlyQuerySet(AppendOnlyQuerySet, GatedQuerySet):
    """Rows that reach a case and are added, never changed."""


def _seen(case: Any, key: str, actor: Actor) -> Any:
    """That a relation ties the case named by *key* to the actor's reach; asked row by row, so that other filters come first."""
    if not actor.may("see"):
        return Q(pk__in=())
    relations = case._meta.get_field("relations").related_model
    return Exists(relations.objects.filter(case_id=OuterRef(key), organ_id__in=actor.reach))


def _model_at(model: type[models.Model], path: str) -> Any:
    node: Any = model
    for step in path.split("__"):
        node = node._meta.get_field(step).related_model
    return node

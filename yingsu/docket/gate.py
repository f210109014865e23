"""The gate: what reaches a case is seen only through `visible_to`."""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef

from yingsu.base.actor import Actor


class CaseQuerySet(models.QuerySet[Any]):
    """Cases."""

    def visible_to(self, actor: Actor) -> "CaseQuerySet":
        """The cases an organ within the actor's reach has to do with. Without the right to see: none."""
        if not actor.may("see"):
            return self.none()
        relations = self.model._meta.get_field("relations").related_model
        seen = relations.objects.filter(case=OuterRef("pk"), organ_id__in=actor.reach)
        return self.filter(Exists(seen))


class GatedQuerySet(models.QuerySet[Any]):
    """Rows that reach a case by `CASE_PATH` on their model (default “case”)."""

    def visible_to(self, actor: Actor) -> "GatedQuerySet":
        """The rows whose case the actor may see."""
        path = getattr(self.model, "CASE_PATH", "case")
        cases = _case_model(self.model, path).objects.visible_to(actor)
        return self.filter(**{f"{path}__in": cases})


def _case_model(model: type[models.Model], path: str) -> Any:
    node: Any = model
    for step in path.split("__"):
        node = node._meta.get_field(step).related_model
    return node

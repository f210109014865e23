"""Rows that are added and never changed: the docket's entries, the audit's lines."""

from typing import Any, NoReturn

from django.db import models

WORDS = "rows of this kind are added, never changed or removed; what was wrong is put right by a new row"


class NeverChanged(RuntimeError):
    """A change or removal of an append-only row: a fault of the program, not of a person."""

    def __init__(self, *_: object) -> None:
        super().__init__(WORDS)


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Reads and adds."""

    def update(self, **_: Any) -> NoReturn:
        """Refused."""
        raise NeverChanged

    def delete(self) -> NoReturn:
        """Refused."""
        raise NeverChanged

    def _raw_delete(self, using: str | None) -> NoReturn:
        raise NeverChanged

    def bulk_create(self, objs: Any, *args: Any, **options: Any) -> Any:
        """Adds; never instead of a row that stands."""
        if options.get("update_conflicts"):
            raise NeverChanged
        return super().bulk_create(objs, *args, **options)

    delete.queryset_only = True  # type: ignore[attr-defined]
    _raw_delete.queryset_only = True  # type: ignore[attr-defined]


class AppendOnly(models.Model):
    """A model of such rows."""

    objects: Any = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *, using: str | None = None, **_: Any) -> None:
        """Add the row; a row that stands is refused, also one that is only named by its key."""
        if not self._state.adding:
            raise NeverChanged
        super().save(force_insert=True, using=using)

    def delete(self, *_: Any, **__: Any) -> NoReturn:
        """Refused."""
        raise NeverChanged

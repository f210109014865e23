"""Ten thousand cases from the demonstration city's own: rows copied in bulk, numbers and days spread out."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import models, transaction

from yingsu.docket.models import Case, CaseRelation, Decision, Entry, Hearing, Instance, Party
from yingsu.duties.models import Duty

BATCH = 2000


def multiply(total: int) -> int:
    """Copy the cases there are until there are *total*; gives how many now stand."""
    templates = [_rows_of(case) for case in Case.objects.order_by("pk")]
    standing = len(templates)
    with transaction.atomic():
        for number in range(standing, total):
            _copy(templates[number % standing], number)
            if number % BATCH == 0:
                print(f"  {number} 件", flush=True)
    return Case.objects.count()


def _rows_of(case: Case) -> dict[str, Any]:
    return {
        "case": case,
        "instances": list(case.instances.all()),
        "parties": list(case.parties.all()),
        "relations": list(CaseRelation.objects.filter(case=case)),
        "entries": list(case.entries.filter(corrects=None)),
        "duties": list(case.duties.all()),
        "hearings": list(Hearing.objects.filter(case=case)),
        "decisions": list(Decision.objects.filter(case=case)),
    }


def _copy(rows: dict[str, Any], number: int) -> None:
    case = _fresh(rows["case"], opened_on=rows["case"].opened_on - timedelta(days=number % 1500))
    case.save(force_insert=True)
    instances: dict[int, Instance] = {}
    for row in rows["instances"]:
        named = f"{row.case_number or '（2024）鲁1402行初9'}{number}"
        instances[row.pk] = _fresh(row, case=case, case_number=named)
        instances[row.pk].save(force_insert=True)
    _bulk(Party, (_fresh(row, case=case) for row in rows["parties"]))
    _bulk(CaseRelation, (_fresh(row, case=case) for row in rows["relations"]))
    entries = _bulk(Entry, (_placed(row, case, instances, paper_id=None) for row in rows["entries"]))
    by_seq = {entry.seq: entry for entry in entries}
    seqs = {row.pk: row.seq for row in rows["entries"]}
    _bulk(
        Duty,
        (
            _placed(row, case, instances, trigger=by_seq.get(seqs.get(row.trigger_id, 0)))
            for row in rows["duties"]
        ),
    )
    _bulk(Hearing, (_placed(row, case, instances) for row in rows["hearings"]))
    _bulk(Decision, (_placed(row, case, instances) for row in rows["decisions"]))


def _fresh(row: Any, **changed: Any) -> Any:
    values = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if not f.primary_key}
    made = type(row)(**values)
    for name, value in changed.items():
        setattr(made, name, value)
    return made


def _placed(row: Any, case: Case, instances: dict[int, Instance], **changed: Any) -> Any:
    made = _fresh(row, case=case, **changed)
    if row.instance_id:
        made.instance = instances[row.instance_id]
    return made


def _bulk(model: type[models.Model], rows: Iterable[Any]) -> list[Any]:
    return list(model._default_manager.bulk_create(list(rows)))

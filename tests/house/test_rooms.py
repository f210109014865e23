"""Rooms say what they are for, look back and never ahead, and show a case only through the gate."""

import ast
from pathlib import Path

from django.apps import apps
from django.db.migrations.loader import MigrationLoader
from django.db.models import Field, Model

from tests.house.tree import ROOT, height, read, tree_of

SAYS = ("takes:", "gives:", "never:")


def rooms() -> list[Path]:
    """The packages of the platform, from the repository's root."""
    found = (ROOT / "yingsu").glob("*/__init__.py")
    return sorted(path.parent.relative_to(ROOT) for path in found)


def models() -> list[type[Model]]:
    """The models of our own rooms."""
    return [model for model in apps.get_models() if model.__module__.startswith("yingsu.")]


def room_of(model: type[Model]) -> str:
    """The room a model lives in."""
    return model.__module__.split(".")[1]


def relations(model: type[Model]) -> list[Field]:
    """The columns of *model* that point to a row of another model."""
    return [f for f in model._meta.get_fields() if f.is_relation and f.concrete and f.related_model]


def test_every_room_says_what_it_takes_gives_and_never_does() -> None:
    silent = {}
    for room in rooms():
        words = (ast.get_docstring(tree_of(room / "__init__.py")) or "").lower()
        if missing := [word for word in SAYS if word not in words]:
            silent[str(room)] = missing
    assert not silent, f"The docstring of the room’s __init__.py lacks: {silent}"


def test_every_page_package_says_what_it_shows() -> None:
    packages = sorted(
        path.relative_to(ROOT)
        for path in (ROOT / "yingsu" / "web").glob("*/__init__.py")
        if path.parent.name != "templatetags"
    )
    silent = [str(path) for path in packages if not ast.get_docstring(tree_of(path))]
    assert not silent, f"These packages of pages need a docstring: {silent}"


def test_relations_run_along_the_path() -> None:
    ahead = [
        f"{room_of(model)}.{model.__name__}.{field.name} → {room_of(field.related_model)}"
        for model in models()
        for field in relations(model)
        if field.related_model.__module__.startswith("yingsu.")
        and height(room_of(field.related_model)) > height(room_of(model))
    ]
    assert not ahead, f"A relation looks ahead along the path; let the later room point back instead: {ahead}"


def test_what_reaches_a_case_is_seen_only_through_the_gate() -> None:
    case = apps.get_model("docket", "Case")
    open_ = [
        f"{room_of(model)}.{model.__name__}"
        for model in models()
        if reaches(model, case) and not hasattr(model._default_manager, "visible_to")
    ]
    assert not open_, (
        f"These models reach a case but their default manager offers no visible_to(actor); "
        f"build it from yingsu.docket.gate.GatedQuerySet: {open_}"
    )


def reaches(model: type[Model], target: type[Model]) -> bool:
    """Whether a row of *model* leads to a row of *target* by following relations."""
    seen, waiting = {model}, [model]
    while waiting:
        if (here := waiting.pop()) is target:
            return True
        ahead = {field.related_model for field in relations(here)} - seen
        seen |= ahead
        waiting.extend(ahead)
    return False


def test_every_room_with_tables_makes_them() -> None:
    loader = MigrationLoader(None)
    without = sorted({m._meta.app_label for m in models()} - loader.migrated_apps)
    assert not without, f"Rooms with models and no migrations; run manage.py makemigrations: {without}"
    assert not loader.detect_conflicts(), f"Migrations that part ways: {loader.detect_conflicts()}"


def test_the_glossary_knows_every_room_and_model() -> None:
    glossary = Path("docs/glossary.md")
    assert (ROOT / glossary).exists(), "docs/glossary.md is missing: the dictionary of all identifiers."
    known = {word.strip("`|,;()") for word in read(glossary).replace("/", " ").split()}
    wanted = {model.__name__ for model in models()} | {room.name for room in rooms()}
    unknown = sorted(name for name in wanted if not {name, snake(name)} & known)
    assert not unknown, (
        f"Not in docs/glossary.md; add the Chinese term, the identifier and the meaning: {unknown}"
    )


def snake(name: str) -> str:
    """`CaseRelation` as it stands in a sentence of code: `case_relation`."""
    return "".join(f"_{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(name))

"""A module, a function, a template is as large as one idea."""

import ast
from collections.abc import Iterator

from tests.house.tree import modules, read, templates, tree_of

MODULE, FUNCTION, TEMPLATE = 500, 50, 200


def test_modules_hold_one_idea() -> None:
    long = {str(path): lines for path in modules() if (lines := read(path).count("\n")) > MODULE}
    assert not long, f"Modules over {MODULE} lines; split them by subject, never into “part 2”: {long}"


def test_functions_can_be_seen_at_once() -> None:
    long = [row for path in modules() for row in _long_functions(str(path), tree_of(path))]
    assert not long, f"Functions over {FUNCTION} lines; give the steps inside them names of their own: {long}"


def _long_functions(path: str, tree: ast.Module) -> Iterator[tuple[str, str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            lines = node.end_lineno - node.lineno + 1
            if lines > FUNCTION:
                yield path, node.name, lines


def test_templates_can_be_read() -> None:
    long = {str(path): lines for path in templates() if (lines := read(path).count("\n")) > TEMPLATE}
    assert not long, f"Templates over {TEMPLATE} lines; move a section into a fragment of its own: {long}"

"""Pages keep to the content security policy, and none lies about unused."""

import re
from html.parser import HTMLParser
from pathlib import Path

from tests.house.tree import files, modules, read, template_name, templates

DJANGO_LOADS = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}


class InlineFinder(HTMLParser):
    """Collects what a content security policy without `unsafe-inline` would block."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        if tag == "style":
            self.found.append("<style>")
        if tag == "script" and "src" not in names:
            self.found.append("<script> without src")
        for name, value in attrs:
            if name == "style" or name.startswith(("on", "hx-on")):
                self.found.append(f"{name}=")
            if (value or "").strip().lower().startswith("javascript:"):
                self.found.append("javascript:")


def without_django(text: str) -> str:
    """The HTML of a template: tags and variables of Django put out of the parser's way."""
    text = re.sub(r"{% comment.*?%}.*?{% endcomment %}", "", text, flags=re.DOTALL)
    text = re.sub(r"{#.*?#}|{%.*?%}", " ", text)
    return re.sub(r"{{.*?}}", "x", text)


def inline(text: str) -> list[str]:
    """Inline style and script in a template's text."""
    finder = InlineFinder()
    finder.feed(without_django(text))
    return finder.found


def test_the_finder_finds() -> None:
    assert inline('<p style="color:red">') == ["style="]
    assert inline("<script>1</script>") == ["<script> without src"]
    assert inline('<a {% if x %}onclick="go()"{% endif %}>') == ["onclick="]
    assert inline('<script src="{% static "a.js" %}" defer></script><p class="{{ x }}">') == []


def test_no_inline_style_or_script() -> None:
    bad = {str(path): found for path in templates() if (found := inline(read(path)))}
    assert not bad, f"Inline style or script; use a class of the style sheet and the static script: {bad}"


def test_nothing_is_fetched_from_elsewhere() -> None:
    outside = re.compile(r"""(?:src|href|action|url\()\s*=?\s*["'(]?\s*(?:https?:)?//""")
    own = [p for p in files() if p.parts[0] == "yingsu" and p.suffix in {".html", ".css", ".svg"}]
    bad = [str(path) for path in own if outside.search(read(path))]
    assert not bad, f"These name another machine; the platform runs without network: {bad}"


def test_text_is_escaped() -> None:
    escaping = re.compile(r"\|\s*safe\b|autoescape\s+off|\|\s*safeseq\b")
    bad = [str(path) for path in templates() if escaping.search(read(path))]
    assert not bad, f"Escaping is switched off; build the markup in the template instead: {bad}"


def test_every_template_is_used() -> None:
    speakers = [*modules(product=True), *templates()]
    unused = [str(path) for path in templates() if not _is_called(path, speakers)]
    assert not unused, f"No view and no template calls these; remove them: {unused}"


def _is_called(template: Path, speakers: list[Path]) -> bool:
    name = template_name(template)
    return name in DJANGO_LOADS or any(name in read(path) for path in speakers if path != template)

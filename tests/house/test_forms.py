"""Every form that changes something carries the token and the mark that makes it act once."""

import re
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[2] / "yingsu" / "web" / "templates"
FORM = re.compile(r"<form\b[^>]*method=\"post\"[^>]*>.*?</form>", re.DOTALL | re.IGNORECASE)
# Signing out, and the generic action button whose act may be repeated without effect.
EXEMPT = {"parts/who.html", "parts/action.html"}


def test_every_post_form_has_token_and_mark() -> None:
    """csrf_token and _mark stand in each form, and the mark is the page's own form_mark."""
    faults = []
    for path in TEMPLATES.rglob("*.html"):
        name = path.relative_to(TEMPLATES).as_posix()
        for form in FORM.findall(path.read_text(encoding="utf-8")):
            if "{% csrf_token %}" not in form:
                faults.append(f"{name}: a form without csrf_token")
            if name not in EXEMPT and 'name="_mark" value="{{ form_mark }}' not in form:
                faults.append(f"{name}: a form without _mark; copy the hidden field from docs/look.md")
    assert not faults, "\n".join(faults)

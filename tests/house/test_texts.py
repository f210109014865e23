"""The repository speaks of the project alone, and what it says is there."""

import re
from pathlib import Path
from urllib.parse import unquote

from tests.house.tree import ROOT, files, read

MACHINE = re.compile(r"(?<![\w.:/])/(?:home|root|Users|work|farm)/\w")
PACKAGE_HOSTS = re.compile(r"pypi\.org|pythonhosted|registry\.npmjs|deb\.debian|mirrors?\.\w+\.\w+|file:///")
LINK = re.compile(r"\]\(([^)\s]+)\)")
TEXTS = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".in",
    ".html",
    ".css",
    ".js",
    ".sh",
    ".cfg",
    ".ini",
    ".yml",
    ".yaml",
    "",
}


def texts() -> list[Path]:
    """What people and programs read line by line."""
    return [path for path in files() if path.suffix in TEXTS]


def test_no_paths_of_one_machine() -> None:
    bad = {str(path): found.group() for path in texts() if (found := MACHINE.search(read(path)))}
    assert not bad, f"Paths that exist on one machine only: {bad}"


def test_no_package_hosts() -> None:
    here = Path(__file__).resolve().relative_to(ROOT)
    bad = {str(p): found.group() for p in texts() if p != here and (found := PACKAGE_HOSTS.search(read(p)))}
    assert not bad, f"Names of package hosts; each installation configures its own: {bad}"


def test_locks_name_no_address_and_agree() -> None:
    running, testing = (pins(Path(name)) for name in ("requirements.txt", "requirements-dev.txt"))
    assert running, "requirements.txt pins nothing; run make lock."
    apart = {name: (pin, testing.get(name)) for name, pin in running.items() if testing.get(name) != pin}
    assert not apart, f"What runs is not what is tested; run make lock: {apart}"


def pins(path: Path) -> dict[str, str]:
    """Library → version of a lock; fails when an entry has no hash or the lock names an address."""
    text = read(path)
    assert "://" not in text, f"{path} names an address; write it with make lock."
    entries = re.findall(r"^(\S+?)(?:\[\S*\])?==(\S+)(.*?)(?=^\S|\Z)", text, flags=re.MULTILINE | re.DOTALL)
    assert all("--hash=sha256:" in rest for _, _, rest in entries), f"{path} has an entry without a hash."
    return {name: version for name, version, _ in entries}


def test_links_lead_somewhere() -> None:
    broken = [
        f"{path} → {target}"
        for path in files()
        if path.suffix == ".md"
        for target in LINK.findall(read(path))
        if not leads_somewhere(path, target)
    ]
    assert not broken, f"Links to files that are not there: {broken}"


def leads_somewhere(page: Path, target: str) -> bool:
    """Whether a link of *page* points to a file of the repository (or out of it, or within the page)."""
    target = unquote(target.partition("#")[0])
    return (
        not target
        or "://" in target
        or target.startswith("mailto:")
        or (ROOT / page.parent / target).exists()
    )


def test_readme_tells_the_two_commands() -> None:
    readme = read(Path("README.md")) if (ROOT / "README.md").exists() else ""
    assert "make run" in readme and "make test" in readme, (
        "README.md must name the two commands: make run, make test."
    )

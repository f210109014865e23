"""A browser, a served demonstration city, and somebody who signs in.

    def test_a_clerk_sees_the_desk(sign_in, axe, look):
        page = sign_in("clerk")
        axe(page)
        look(page, "desk")

A module may set `TODAY = "2025-03-08"` for the day its server believes in; `site.on("2025-03-11")` lets days go by.
Each module has the city for itself.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.city import City, copied, free_port, prepared, served
from tests.browser.watching import Watch

WIDTHS = {1440: 900, 390: 844}  # a desk, a telephone
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

expect.set_options(timeout=15_000)

SignIn = Callable[..., Page]
Look = Callable[[Page, str], None]
Check = Callable[[Page], None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Site:
    """A city and the server at its door, which can be started again on another day at the same address."""

    city: City
    folder: Path
    port: int = field(default_factory=free_port)
    _running: ExitStack = field(default_factory=ExitStack)
    _today: str | None = None

    @property
    def url(self) -> str:
        """Where it is served."""
        return f"http://127.0.0.1:{self.port}"

    def on(self, today: str) -> None:
        """Serve the city on the day *today* (empty: the real one)."""
        if today == self._today:
            return
        self.close()
        log = self.folder / f"server-{today or 'now'}.log"
        self._running.enter_context(served(self.city, self.port, log, today))
        self._today = today

    def close(self) -> None:
        """Stop the server; it may not have failed once."""
        self._running.close()
        self._today = None


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    """The demonstration city, built once for all workers of a run."""
    base = tmp_path_factory.getbasetemp()
    return prepared((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "prepared")


@pytest.fixture(scope="module")
def site(
    city: City, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """A copy of the city for one module of tests, served by a real server."""
    folder = tmp_path_factory.mktemp("site")
    label = f"{os.environ.get('PYTEST_XDIST_WORKER', 'only')}_{folder.name}"
    with copied(city, folder, label) as copy:
        place = Site(copy, folder)
        place.on(getattr(request.module, "TODAY", ""))
        yield place
        place.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The distribution's Chromium."""
    program = shutil.which("chromium")
    assert program, "Chromium is missing. Run make test, which installs it, or install the package chromium."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def watch(site: Site) -> Iterator[Watch]:
    """Fails the test when a page complained; `watch.expect("404")` names what is wanted."""
    watching = Watch(site.url)
    yield watching
    watching.close()


@pytest.fixture
def open_page(site: Site, chromium: Browser, watch: Watch) -> Iterator[Callable[[], Page]]:
    """A new visitor with a page of their own at each call."""
    contexts = []

    def visitor() -> Page:
        context = chromium.new_context(
            base_url=site.url,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            viewport={"width": 1440, "height": 900},
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        watch.follow(page)
        return page

    yield visitor
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Callable[[], Page]) -> Page:
    """A visitor who has not signed in."""
    return open_page()


@pytest.fixture
def sign_in(site: Site, open_page: Callable[[], Page]) -> SignIn:
    """`sign_in("clerk")`, or `sign_in("clerk", "/cases/")`: a page of that person, in a session of their own."""

    def enter(name: str, target: str = "/") -> Page:
        page = open_page()
        page.goto(target)
        page.get_by_label("登录名").fill(name)
        page.get_by_label("口令").fill(site.city.password)
        page.get_by_role("button", name="登录").click()
        page.wait_for_url(f"{site.url}{target}")
        return page

    return enter


@pytest.fixture
def axe() -> Check:
    """No barrier of weight: axe finds nothing serious or critical on the page as it stands."""

    def check(page: Page) -> None:
        found = Axe().run(page).response["violations"]
        heavy = [
            f"{v['id']} ({v['impact']}): {v['help']}: " + "; ".join(n["html"][:160] for n in v["nodes"][:4])
            for v in found
            if v["impact"] in {"serious", "critical"}
        ]
        assert not heavy, f"Barriers on {page.url}:\n" + "\n".join(heavy)

    return check


@pytest.fixture
def look() -> Look:
    """`look(page, "desk")` keeps pictures at both widths in the folder YINGSU_LOOK, and sees that nothing sticks out."""
    folder = os.environ.get("YINGSU_LOOK", "")

    def keep(page: Page, name: str) -> None:
        before = page.viewport_size
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            wide = page.evaluate("document.documentElement.scrollWidth")
            if folder:
                Path(folder).mkdir(parents=True, exist_ok=True)
                page.screenshot(path=str(Path(folder) / f"{name}-{width}.png"))
            assert wide <= width, f"{page.url} is {wide} wide on a screen of {width}: it scrolls sideways."
        if before:
            page.set_viewport_size(before)

    return keep

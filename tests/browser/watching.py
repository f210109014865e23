"""What a page may not do while it is looked at: complain, break the security policy, fail, or call elsewhere."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response


@dataclass
class Watch:
    """Listens to pages of one site and keeps what went wrong."""

    site: str
    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Listen to *page* from now on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._note(f"uncaught: {error}"))
        page.on("response", self._response)
        page.on("request", self._request)

    def expect(self, words: str) -> None:
        """A complaint with *words* in it is what the test wants, such as “404 (Not Found)”."""
        self.expected.append(words)

    def close(self) -> None:
        """Fail when something went wrong that nobody expected."""
        assert not self.complaints, "The page complained:\n" + "\n".join(self.complaints)

    def _note(self, complaint: str) -> None:
        if not any(words in complaint for words in self.expected):
            self.complaints.append(complaint)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._note(f"console {message.type}: {message.text} ({message.location.get('url', '')})")

    def _response(self, response: Response) -> None:
        if response.status >= 500:  # 4xx shows on the console
            self._note(f"{response.status} from {response.url}")

    def _request(self, request: Request) -> None:
        target = urlsplit(request.url)
        if target.scheme in {"http", "https"} and f"{target.scheme}://{target.netloc}" != self.site:
            self._note(f"left the house: {request.url}")

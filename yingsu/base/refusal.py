"""How the platform says no: what is wrong and what to do next, in Chinese."""


class Refused(Exception):
    """An act that cannot be done as asked. The page shows *message* and *remedy* and keeps what was typed.

    *article* names the law it rests on; *field* the form field to look at; *status* the HTTP answer (4xx).
    """

    def __init__(
        self, message: str, remedy: str = "", *, article: str = "", field: str = "", status: int = 422
    ) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.article = article
        self.field = field
        self.status = status


class Denied(Exception):
    """The actor has not this right. The door answers as if the thing did not exist, and records the refusal."""

    def __init__(self, capability: str) -> None:
        super().__init__(capability)
        self.capability = capability

# All that mypy is told of Django, which carries no types: a choice is a text with a label.
# Without this a member written `CHIEF = "chief", "正职"` would count as a pair.
import enum
from typing import Any

class ChoicesType(enum.EnumMeta):
    @property
    def choices(cls) -> list[tuple[str, str]]: ...
    @property
    def labels(cls) -> list[str]: ...
    @property
    def values(cls) -> list[str]: ...

class TextChoices(str, enum.Enum, metaclass=ChoicesType):  # type: ignore[misc]
    @property
    def label(self) -> str: ...

def __getattr__(name: str) -> Any: ...

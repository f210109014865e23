"""The one error of the package: what happened, where, and what to do next (Chinese)."""

from __future__ import annotations


class RulebookError(Exception):
    """A refusal. ``message`` says what happened, ``remedy`` what to do; the rest says where."""

    def __init__(
        self, message: str, *, file: str = "", rule: str = "", key: str = "", remedy: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.rule = rule
        self.key = key
        self.remedy = remedy

    def __str__(self) -> str:
        places = (("文件", self.file), ("规则", self.rule), ("键", self.key))
        where = "，".join(f"{name} {value}" for name, value in places if value)
        head = f"{where}：{self.message}" if where else self.message
        return f"{head}{self.remedy}" if self.remedy else head

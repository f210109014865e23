"""Chinese and Arabic numerals as court papers write them, up to 9999."""

from __future__ import annotations

DIGITS = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    **dict.fromkeys("〇○Ｏ◯O０0", 0),
    **{char: value for value, char in enumerate("0123456789")},
    **{char: value for value, char in enumerate("０１２３４５６７８９")},
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "廿": 20, "卅": 30}
#: A character class body for regular expressions: every character that may stand in a number.
NUMERAL = "0-9０-９零〇○ＯO◯一二两三四五六七八九十百千廿卅壹贰叁肆伍陆柒捌玖拾佰仟"


def to_int(text: str) -> int | None:
    """The number that *text* writes (“十五”, “二○二五”, “60”, “六十”, “廿三”), or None.

    >>> to_int("二十三"), to_int("二〇二五"), to_int("１５"), to_int("一百二十")
    (23, 2025, 15, 120)
    """
    if not text or any(char not in DIGITS and char not in UNITS for char in text) or len(text) > 12:
        return None
    if not any(char in UNITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    return _with_units(text)


def _with_units(text: str) -> int:
    total, digit = 0, 0
    for char in text:
        if char in ("廿", "卅"):
            total += UNITS[char]
        elif char in UNITS:
            total += (digit or 1) * UNITS[char]
        else:
            digit = DIGITS[char]
            continue
        digit = 0
    return total + digit

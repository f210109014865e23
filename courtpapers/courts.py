"""The people's courts: by code (old or new) and by name, with or without province and city before it."""

from __future__ import annotations

import re
from functools import lru_cache

from courtpapers import data
from courtpapers.models import Court

_PROVINCE = re.compile(r"^(?:.{2,7}?(?:省|自治区)|[北天上重][京津海庆]市|新疆维吾尔自治区)")
_CITY = re.compile(r"^.{2,11}?(?:自治州|地区|盟|市)(?=.)")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,30}?法院(?:[\u4e00-\u9fff]{2,12}分院)?")


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Court]:
    return {court.code: court for court, _ in _table()}


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[Court, tuple[str, ...]], ...]:
    found = []
    for row in data.rows("courts"):
        others = tuple(filter(None, row["other_codes"].split(";")))
        court = Court(row["code"], row["name"], row["level"], row["parent_code"], row["region"], others)
        found.append((court, tuple(filter(None, [row["name"], row["other_names"]]))))
    return tuple(found)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[Court, ...]]:
    """Every name and its core (without province and city) to the courts that bear it."""
    index: dict[str, dict[str, Court]] = {}
    for court, names in _table():
        for name in names:
            for key in {name, _core(name), _without_province(name)}:
                index.setdefault(key, {})[court.code] = court
    return {key: tuple(found.values()) for key, found in index.items()}


def by_code(code: str) -> Court | None:
    """The court with this code; codes before and after a change of district are both known."""
    return _by_code().get(code)


def find_court(text: str) -> Court | None:
    """The court that *text* names, by code (“鲁1402”) or by name, with or without province and city.

    When *text* is longer than a name, the first court named in it. None when no court bears the name, or when
    several do and the text does not say which (“朝阳区人民法院”).
    """
    squeezed = re.sub(r"\s", "", text)
    if squeezed in _by_code():
        return _by_code()[squeezed]
    exact = _named(squeezed)
    if exact is not None:
        return exact
    for match in _NAME.finditer(squeezed):
        for start in range(match.start(), match.end() - 5):
            court = (
                None
                if _cut_inside_region(squeezed, start, match.start())
                else _named(squeezed[start : match.end()])
            )
            if court is not None:
                return court
    return None


def _cut_inside_region(text: str, start: int, first: int) -> bool:
    """Whether a name taken from *start* would cut a place in two or drop it (another province's court of the same name)."""
    return start > first and (text[start - 1] in "省市区县州盟" or text[start] in "省市区县州盟")


def _named(name: str) -> Court | None:
    if not name.endswith(("法院", "分院")):
        return None
    for key in _keys(name):
        fitting = [court for court in _by_name().get(key, ()) if _fits(name, key, court)]
        chosen = _one_of(name, fitting)
        if chosen is not None:
            return chosen
    return None


def _keys(name: str) -> list[str]:
    """The name itself, then without province, then without city."""
    keys = [name, _without_province(name), _core(name)]
    return list(dict.fromkeys(keys))


def _fits(name: str, key: str, court: Court) -> bool:
    """Whether the words before *key* in *name* are the court's own province or city."""
    before = name.removesuffix(key)
    return before in court.region or before == "" or _short_region(before, court.region)


def _short_region(before: str, region: str) -> bool:
    """“山东省” before a county's court leaves out the city; each part must still stand in the region."""
    province = _PROVINCE.match(before)
    rest = before[province.end() :] if province else before
    return bool(province and province.group() in region) and (not rest or rest in region)


def _one_of(name: str, fitting: list[Court]) -> Court | None:
    """The one court meant: the exact name before the others, and the later of two codes of the same court."""
    exact = [court for court in fitting if court.name == name] or fitting
    if len(exact) == 2 and exact[1].code in exact[0].other_codes:
        return exact[1]
    return exact[0] if len(exact) == 1 else None


@lru_cache(maxsize=16384)
def _without_province(name: str) -> str:
    match = _PROVINCE.match(name)
    rest = name[match.end() :] if match else name
    return rest if len(rest) > 5 or (rest.endswith("法院") and rest[0] not in "高中") else name


@lru_cache(maxsize=16384)
def _core(name: str) -> str:
    rest = _without_province(name)
    match = _CITY.match(rest)
    core = rest[match.end() :] if match else rest
    return core if re.match(r".+[区县市旗].*法院$", core) else rest

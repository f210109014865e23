"""Names tell the matter, in English; the glossary is the only dictionary."""

import ast
import re
from collections.abc import Iterator

from tests.house.tree import modules, tree_of

EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "managers",
    "stuff",
    "part2",
}

# How the words of this trade would be written in pinyin. The product’s own name is the exception.
PINYIN = set(
    re.findall(
        r"\w+",
        """
        anhao anjian anyou anjuan baogao beian beigao biangeng bianhao bumen caiding caipan chengban chuting chuanpiao
        cuiban dabian dailiren danwei dangshiren daoqi dezhengju diaojie disanren fating fayuan fazhi fenpai fujian
        fuyi fuze fuzeren guidang guiding gongwen gongzhang guanli heyi huizhi jiaban jiandu jiansuo jieguo jieguan
        jiguan jieshu jigou juanzong juzheng kaiting kaohe leixing lianban liucheng lvxing lushi luxing minzheng
        niban paichusuo panjue peichang qianfa qianshou qisu qisuzhuang qixian quanli riqi shangsu shencha shenji
        shenli shenpi shouli shouwen shuxing sifa sifaju songda susong tingshen tixing tiaojie tongji tongzhi tuihui
        wenhao wenjian wenshu xingzheng xingwei xieyi yijian yinzhang yinxin yongyin yuangao yuqi zaishen zhangjie
        zhengju zhidu zhixing zhuanban zhuangtai zhubanren zhuguan zuofei zuzhi
        """,
    )
)


def words(identifier: str) -> list[str]:
    """The words of an identifier, snake_case or CamelCase, in small letters."""
    return [w.lower() for w in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", identifier)]


def test_modules_are_named_for_their_matter() -> None:
    empty = [str(p) for p in modules() if EMPTY_NAMES & {*p.parts[:-1], p.stem, *words(p.stem)}]
    assert not empty, f"Names that say nothing; name the module for what it holds: {empty}"


def test_nothing_is_named_in_pinyin() -> None:
    named = sorted(
        {(str(p), name) for p in modules() for name in _names(p.stem, tree_of(p)) if PINYIN & {*words(name)}}
    )
    assert not named, f"Identifiers in pinyin; take the English word from docs/glossary.md: {named}"


def _names(stem: str, tree: ast.Module) -> Iterator[str]:
    yield stem
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id

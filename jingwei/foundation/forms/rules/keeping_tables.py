"""What a code table may become: codes are added and put out of use, never removed, and a standard's stay as they are."""

import re
from collections.abc import Sequence

from jingwei.foundation.forms.contracts import Code, CodeTable
from jingwei.foundation.forms.rules.refusals import BadCodeTable
from jingwei.kernel.redlines import refuse_red_lines

KEY = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)
VALUE = re.compile(r"[A-Za-z0-9_-]{1,20}", re.ASCII)
MOST_CODES = 500
MOST_TABLES = 200


def refuse_crossing(wanted: CodeTable) -> None:
    """Raises: RedLineCrossed."""
    names = [wanted.key, wanted.title_zh, wanted.title_en]
    names += [name for code in wanted.codes for name in (code.name_zh, code.name_en)]
    refuse_red_lines(names, place_zh="代码表的内容", place_en="part of a code table")


def require_sound(wanted: CodeTable, before: CodeTable | None, *, shipped: CodeTable | None) -> None:
    """Raises: BadCodeTable."""
    if not KEY.fullmatch(wanted.key):
        raise _bad(
            "键只能用小写字母、数字和下划线", "the key takes lower-case letters, digits and underscores"
        )
    if not wanted.title_zh.strip() or not wanted.title_en.strip():
        raise _bad("中文和英文名称都要填写", "both the Chinese and the English title are needed")
    if not 1 <= len(wanted.codes) <= MOST_CODES:
        raise _bad(f"要有1至{MOST_CODES}个代码", f"it needs 1 to {MOST_CODES} codes")
    _require_codes(wanted.codes)
    values = {code.value for code in wanted.codes}
    for code in before.codes if before else ():
        if code.value not in values:
            raise _bad(
                f"代码“{code.name_zh}”不能去掉，只能停用",
                f"the code “{code.name_en}” cannot be taken away, only put out of use",
            )
    if shipped is not None:
        _require_standard(wanted, shipped)


def _require_codes(codes: Sequence[Code]) -> None:
    seen: set[str] = set()
    named: set[str] = set()
    for code in codes:
        if not VALUE.fullmatch(code.value) or code.value in seen:
            raise _bad(
                f"代码“{code.value}”要用字母、数字、下划线或连字符，最多20个，不能重复",
                f"the code “{code.value}” takes letters, digits, _ and -, 20 at most, each once",
            )
        if not code.name_zh.strip() or not code.name_en.strip():
            raise _bad(
                f"代码“{code.value}”要有中文和英文名称",
                f"the code “{code.value}” needs a Chinese and an English name",
            )
        if code.is_active and code.name_zh.strip() in named:
            raise _bad(
                f"有两个在用的代码都叫“{code.name_zh}”", f"two codes in use are called “{code.name_en}”"
            )
        seen.add(code.value)
        if code.is_active:
            named.add(code.name_zh.strip())


def _require_standard(wanted: CodeTable, shipped: CodeTable) -> None:
    standing = {code.value: code for code in shipped.codes}
    for code in wanted.codes:
        own = standing.get(code.value)
        if own is None and shipped.is_national:
            raise _bad(
                f"这是{shipped.source}的代码表，只能停用代码，不能增加",
                f"this table is that of {shipped.source}: codes can be put out of use, not added",
            )
        if own is not None and (own.name_zh, own.name_en) != (code.name_zh, code.name_en):
            raise _bad(
                f"代码“{own.name_zh}”随程序提供，名称不能改",
                f"the code “{own.name_en}” comes with the program and keeps its name",
            )
    if (wanted.title_zh, wanted.title_en) != (shipped.title_zh, shipped.title_en):
        raise _bad("随程序提供的代码表，名称不能改", "a table that comes with the program keeps its title")


def _bad(zh: str, en: str) -> BadCodeTable:
    return BadCodeTable(reason=zh, reason_en=en)

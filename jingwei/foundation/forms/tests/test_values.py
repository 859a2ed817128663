"""One value, read from JSON or from a cell."""

from datetime import date
from decimal import Decimal

import pytest

from jingwei.foundation.forms.contracts import Field, FieldKind
from jingwei.foundation.forms.rules.tables import GENDER, HOUSE_USE
from jingwei.foundation.forms.rules.values import json_value, read_value
from jingwei.foundation.forms.tests.demonstration import AREA, KEEPER_ID, NAME, OPENED, PHONE, USES
from jingwei.foundation.imports.contracts import BadCell

TODAY = date(2026, 11, 16)
SEX = Field("sex", "性别", "Gender", FieldKind.CHOICE, code_table="gender")
COUNT = Field("count", "层数", "Floors", FieldKind.WHOLE, least=-3, most=120)
OPEN = Field("open", "营业", "Open", FieldKind.YES_NO)
NOTE = Field("note", "备注", "Note", FieldKind.LONG_TEXT)
CREDIT = Field("credit", "信用代码", "Credit code", FieldKind.CREDIT_CODE)
TABLES = {"gender": GENDER, "house_use": HOUSE_USE}


@pytest.mark.parametrize(
    ("field", "given", "kept"),
    [
        (NAME, "  东门 \n 一号 ", "东门 一号"),
        (NOTE, "一\r\n二", "一\n二"),
        (COUNT, "1,0", 10),
        (COUNT, -2, -2),
        (COUNT, 3.0, 3),
        (AREA, "12.50", Decimal("12.5")),
        (AREA, 7, Decimal(7)),
        (OPEN, True, True),
        (OPEN, "否", False),
        (SEX, "2", "2"),
        (SEX, "女", "2"),
        (SEX, "female", "2"),
        (USES, ["60", "成套住宅"], ("11", "60")),
        (USES, "办公、成套住宅", ("11", "60")),
        (USES, "商业、金融、信息", ("30",)),
        (OPENED, "2026年11月16日", TODAY),
        (PHONE, 13800138000, "13800138000"),
        (KEEPER_ID, "11010519491231002x", "11010519491231002X"),
        (CREDIT, "91350100M000100Y43", "91350100M000100Y43"),
    ],
)
def test_a_value_is_read(field: Field, given: object, kept: object) -> None:
    read = read_value(field, given, table=TABLES.get(field.code_table), today=TODAY)
    assert read == kept
    assert type(read) is type(kept)


@pytest.mark.parametrize(
    ("field", "given", "said"),
    [
        (NAME, "字" * 21, "最多20字"),
        (NAME, 5, "文字"),
        (NAME, "4.30102E+17", "科学计数法"),
        (COUNT, 121, "-3到120"),
        (COUNT, True, "数字"),
        (COUNT, "1.5", "整数"),
        (AREA, "1.25", "最多1位"),
        (AREA, "NaN", "超出范围"),
        (AREA, 1e300, "超出范围"),
        (OPEN, "也许", "是"),
        (OPEN, 1, "文字"),
        (SEX, "其他", "只能填：男、女"),
        (USES, ["60", "宗教"], "只能填"),
        (USES, ["11"] * 41, "最多选40项"),
        (OPENED, "2026-11-17", "不能晚于2026-11-16"),
        (OPENED, "2026-02-30", "日期"),
        (OPENED, "1600-01-01", "不能早于1800-01-01"),
        (PHONE, "138****8000", "重新填写完整"),
        (PHONE, "12", "11位手机号"),
        (KEEPER_ID, "110105194912310021", "校验码"),
        (KEEPER_ID, "4.30102E+17", "科学计数法"),
        (CREDIT, "91350100M000100Y44", "校验码"),
        (CREDIT, {"a": 1}, "文字"),
    ],
)
def test_what_cannot_be_kept_is_said_without_repeating_it(field: Field, given: object, said: str) -> None:
    with pytest.raises(BadCell) as refusal:
        read_value(field, given, table=TABLES.get(field.code_table), today=TODAY)
    assert said in refusal.value.text
    if isinstance(given, str) and len(given) > 8 and field.kind is not FieldKind.DATE:
        assert given not in refusal.value.text + refusal.value.text_en


def test_values_travel_as_json_takes_them() -> None:
    assert [json_value(one) for one in (TODAY, Decimal("12.5"), Decimal(7), ("a",), None)] == [
        "2026-11-16",
        12.5,
        7,
        ["a"],
        None,
    ]

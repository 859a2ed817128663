"""What a form must fulfil before it is published."""

from dataclasses import replace

import pytest

from jingwei.foundation.forms.contracts import Field, FieldKind, Keeping, SeenBy
from jingwei.foundation.forms.queries.registry import BadKind, register_kinds
from jingwei.foundation.forms.rules.checking import form_faults
from jingwei.foundation.forms.rules.definitions import field_of, written
from jingwei.foundation.forms.rules.tables import SHIPPED
from jingwei.foundation.forms.tests.demonstration import AREA, EXTRA, KEEPER_ID, KIND, NAME, PHONE, USES

TABLES = {table.key for table in SHIPPED}


def faults(*extra: Field, built_in: tuple[Field, ...] = KIND.built_in, **published: Field) -> list[str]:
    fields = (*built_in, *extra)
    found = form_faults(fields, built_in=KIND.built_in, published=published, tables=TABLES)
    return [one.message_zh for one in found]


def test_a_whole_form_has_no_faults_and_is_read_as_it_was_written() -> None:
    assert faults(*EXTRA) == []
    assert [field_of(written(one)) for one in EXTRA] == list(EXTRA)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (replace(AREA, key="Area m2"), "键只能用"),
        (replace(AREA, key="scope_code"), "键只能用"),
        (replace(AREA, label_en=""), "英文名称"),
        (replace(AREA, label_zh="信仰"), "宗教信仰"),
        (replace(AREA, key="religion"), "宗教信仰"),
        (replace(AREA, label_zh="名称"), "有两项都叫"),
        (replace(AREA, key="name"), "有两项的键"),
        (replace(AREA, least=5, most=1), "下限大于上限"),
        (replace(AREA, decimals=7), "小数位数"),
        (replace(AREA, longest=5), "字数上限"),
        (replace(USES, code_table="colours"), "选一张代码表"),
        (replace(AREA, code_table="gender"), "不用代码表"),
        (replace(USES, least=1), "不能设上下限"),
        (replace(PHONE, purpose=" "), "写明用途"),
        (replace(PHONE, legal_basis="", retention_days=None), "依据、保存期限"),
        (replace(PHONE, is_personal=False), "要标明"),
        (replace(KEEPER_ID, key="other_id", label_zh="另一证件", is_built_in=False, keeping=Keeping.PLAIN), "必须加密"),
        (replace(AREA, keeping=Keeping.SEALED, is_personal=True, purpose="a", legal_basis="b", retention_days=1), "不能加密保存"),
        (replace(AREA, is_built_in=True), "不是固有的项"),
    ],
)  # fmt: skip
def test_a_fault_of_a_field_is_said(field: Field, said: str) -> None:
    assert any(said in one for one in faults(field)), faults(field)


def test_what_is_built_in_stays_as_it_is() -> None:
    others = KIND.built_in[1:]
    relabelled = replace(NAME, label_zh="字号", help_zh="门头上的名称", section_zh="基本")
    assert faults(built_in=(relabelled, *others)) == []
    for changed, said in (
        ((), "不能去掉"),
        ((replace(NAME, kind=FieldKind.LONG_TEXT),), "不能改"),
        ((replace(NAME, is_required=False),), "必须填写"),
        ((replace(NAME, longest=200),), "只能收紧"),
        ((replace(NAME, longest=None),), "只能收紧"),
    ):
        assert any(said in one for one in faults(built_in=(*changed, *others)))
    opened = (NAME, KIND.built_in[1], replace(KEEPER_ID, seen_by=SeenBy.SCOPE))
    assert any("更多人" in one for one in faults(built_in=opened))


def test_what_was_published_is_not_kept_in_another_way() -> None:
    assert faults(AREA, area_m2=AREA) == []
    assert any("换一个键" in one for one in faults(AREA, area_m2=replace(AREA, kind=FieldKind.TEXT)))


def test_a_kind_that_asks_for_what_may_not_be_collected_does_not_start() -> None:
    for kind in (
        replace(KIND, key="Kiosk"),
        replace(KIND, title_zh="重点人员"),
        replace(KIND, built_in=(replace(NAME, label_zh="政治面貌"),)),
        replace(KIND, built_in=(replace(NAME, is_built_in=False),)),
    ):
        with pytest.raises(BadKind):
            register_kinds([kind])

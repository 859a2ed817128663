"""A kind of record that stands in for a domain's: a kiosk, with every kind of field."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.forms.contracts import Field, FieldKind, Keeping, RecordKind, SeenBy
from jingwei.foundation.forms.queries.registry import all_kinds, register_kinds
from jingwei.foundation.forms.queries.standing import STANDING

KIOSK = "test.kiosk"
NAME = Field("name", "名称", "Name", FieldKind.TEXT, is_required=True, longest=20, is_built_in=True)
OPENED = Field("opened_on", "开业日期", "Opened on", FieldKind.DATE, most=0, is_built_in=True)
AREA = Field("area_m2", "面积", "Area", FieldKind.DECIMAL, least=1, most=1000, decimals=1, unit_zh="平方米")
USES = Field("uses", "用途", "Uses", FieldKind.CHOICES, code_table="house_use")
KEEPER_ID = Field(
    "keeper_id",
    "经营者证件",
    "Keeper's identity number",
    FieldKind.IDENTITY,
    keeping=Keeping.INDEXED,
    seen_by=SeenBy.NEED,
    is_personal=True,
    purpose="核对经营者",
    legal_basis="《个人信息保护法》第十三条",
    retention_days=365,
    is_built_in=True,
)
PHONE = replace(
    KEEPER_ID,
    key="phone",
    label_zh="经营者电话",
    label_en="Keeper's phone",
    kind=FieldKind.PHONE,
    is_built_in=False,
)
RENT = Field("rent", "租金", "Rent", FieldKind.WHOLE, seen_by=SeenBy.KEEPER)
OWNER = Field("owner", "产权人", "Owner", FieldKind.TEXT, seen_by=SeenBy.NEED)
KIND = RecordKind(
    KIOSK,
    "报刊亭",
    "Kiosk",
    (NAME, OPENED, KEEPER_ID),
    Permission.MANAGE_LEDGER,
    period_days=180,
    is_about_person=False,
)
EXTRA = (AREA, USES, PHONE, RENT, OWNER)


@contextmanager
def with_kinds(*kinds: RecordKind) -> Iterator[None]:
    """These kinds besides the installation's for a while."""
    before = all_kinds()
    told = {one.key: one for one in (*before, *kinds)}
    register_kinds(list(told.values()))
    STANDING.forget()
    try:
        yield
    finally:
        register_kinds(before)
        STANDING.forget()

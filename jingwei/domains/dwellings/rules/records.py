"""The two kinds of record, and what their forms bring along before a city adds fields of its own."""

from jingwei.domains.dwellings.contracts import BUILDING, HOUSE
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.forms.contracts import Field, FieldKind, RecordKind

YEARLY = 365
HALF_YEARLY = 182


def _field(key: str, zh: str, en: str, kind: FieldKind, **more: object) -> Field:
    return Field(key, zh, en, kind, is_built_in=True, **more)  # type: ignore[arg-type]


BUILDING_KIND = RecordKind(
    key=BUILDING,
    title_zh="楼栋",
    title_en="Buildings",
    built_in=(
        _field(
            "name",
            "楼名",
            "Name",
            FieldKind.TEXT,
            longest=80,
            help_zh="人们怎样叫它，如“金山大厦”；没有可不填",
            help_en="what people call it; may be left empty",
        ),
        _field("structure", "建筑结构", "Structure", FieldKind.CHOICE, code_table="building_structure"),
        _field("use", "主要用途", "Main use", FieldKind.CHOICE, code_table="house_use"),
        _field("floors_above", "地上层数", "Floors above ground", FieldKind.WHOLE, least=1, most=130),
        _field("floors_below", "地下层数", "Floors below ground", FieldKind.WHOLE, least=0, most=9),
        _field("built_year", "建成年份", "Year of completion", FieldKind.WHOLE, least=1700, most=2100),
    ),
    permission=Permission.KEEP_DWELLINGS,
    period_days=YEARLY,
)
HOUSE_KIND = RecordKind(
    key=HOUSE,
    title_zh="房屋",
    title_en="Houses",
    built_in=(
        _field("use", "用途", "Use", FieldKind.CHOICE, code_table="house_use"),
        _field("tenure", "使用情况", "How it is used", FieldKind.CHOICE, code_table="house_tenure"),
        _field(
            "area_m2",
            "建筑面积",
            "Floor area",
            FieldKind.DECIMAL,
            least=0,
            most=999_999,
            decimals=2,
            unit_zh="平方米",
            unit_en="m²",
        ),
    ),
    permission=Permission.KEEP_DWELLINGS,
    period_days=HALF_YEARLY,
)

"""What is kept of each kind before a city adds anything."""

from jingwei.domains.organisations.contracts import OrganisationKind
from jingwei.domains.organisations.rules.words import KIND_WORDS
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.forms.contracts import Field, FieldKind, Keeping, RecordKind, SeenBy

ENDED_KEPT_DAYS = 3 * 365
"""How long a record stays after it ended. Civil Code, article 188: within three years somebody may still ask."""
HALF_YEARLY = 182
QUARTERLY = 91
PURPOSE = "组织和场所登记、安全检查和上门服务时联系负责人"
BASIS = "《消防法》第三十二条；《个人信息保护法》第十三条第一款第三项、第三十四条"
WHAT, WHO, SAFETY = ("基本信息", "Organisation"), ("联系人", "Contact"), ("安全情况", "Safety")


def _field(
    key: str,
    label: tuple[str, str],
    kind: FieldKind,
    section: tuple[str, str] = WHAT,
    **more: object,
) -> Field:
    given: dict[str, object] = {
        "section_zh": section[0],
        "section_en": section[1],
        "is_built_in": True,
    }
    return Field(key, *label, kind, **given | more)  # type: ignore[arg-type]


def _personal(key: str, label: tuple[str, str], kind: FieldKind, keeping: Keeping, **more: object) -> Field:
    return _field(
        key,
        label,
        kind,
        WHO,
        keeping=keeping,
        seen_by=SeenBy.NEED,
        is_personal=True,
        purpose=PURPOSE,
        legal_basis=BASIS,
        retention_days=ENDED_KEPT_DAYS,
        **more,
    )


NAME = _field("name", ("名称", "Name"), FieldKind.TEXT, is_required=True, longest=100)
CREDIT_CODE = _field(
    "credit_code",
    ("统一社会信用代码", "Unified social credit code"),
    FieldKind.CREDIT_CODE,
    help_zh="18位，见营业执照或登记证书；没有可不填",
    help_en="18 characters, on the licence; may be left empty",
)
INDUSTRY = _field("industry", ("行业门类", "Industry"), FieldKind.CHOICE, code_table="industry_section")
EMPLOYEES = _field(
    "employees", ("从业人数", "People employed"), FieldKind.CHOICE, code_table="employees_band"
)
PLACE_KIND = _field(
    "place_kind", ("场所类别", "Kind of place"), FieldKind.CHOICE, is_required=True, code_table="place_kind"
)
PHONE = _personal("phone", ("联系电话", "Telephone"), FieldKind.PHONE, Keeping.INDEXED)
FLOOR_AREA = _field(
    "floor_area_m2",
    ("经营面积", "Floor area"),
    FieldKind.DECIMAL,
    SAFETY,
    least=0,
    most=999_999,
    decimals=2,
    unit_zh="平方米",
    unit_en="m²",
)
FLOORS_USED = _field(
    "floors_used", ("使用层数", "Floors used"), FieldKind.WHOLE, SAFETY, least=1, most=130, unit_zh="层"
)
EXTINGUISHERS = _field(
    "extinguishers",
    ("灭火器", "Fire extinguishers"),
    FieldKind.WHOLE,
    SAFETY,
    least=0,
    most=9999,
    unit_zh="具",
)
EXITS = _field(
    "exits", ("安全出口", "Emergency exits"), FieldKind.WHOLE, SAFETY, least=0, most=99, unit_zh="个"
)
USES_GAS = _field("uses_gas", ("使用燃气", "Uses gas"), FieldKind.YES_NO, SAFETY)
PEOPLE_SLEEP = _field(
    "people_sleep",
    ("店内住人", "People sleep here"),
    FieldKind.YES_NO,
    SAFETY,
    help_zh="住宿与生产、仓储、经营合用（三合一）",
    help_en="people sleep where goods are made, stored or sold",
)
SAFETY_FIELDS = (FLOOR_AREA, FLOORS_USED, EXTINGUISHERS, EXITS, USES_GAS, PEOPLE_SLEEP)


def _principal(zh: str, en: str) -> Field:
    return _personal("principal", (zh, en), FieldKind.TEXT, Keeping.SEALED, longest=60)


def _kind(kind: OrganisationKind, period_days: int, *built_in: Field) -> RecordKind:
    return RecordKind(
        key=kind.form_kind,
        title_zh=KIND_WORDS[kind][0],
        title_en=KIND_WORDS[kind][1],
        built_in=built_in,
        permission=Permission.KEEP_ORGANISATIONS,
        period_days=period_days,
    )


LEGAL_REPRESENTATIVE = _principal("法定代表人", "Legal representative")
ORGANISATION_KINDS = (
    _kind(
        OrganisationKind.LEGAL_ENTITY,
        HALF_YEARLY,
        *(NAME, CREDIT_CODE, INDUSTRY, EMPLOYEES, LEGAL_REPRESENTATIVE, PHONE),
    ),
    _kind(
        OrganisationKind.SELF_EMPLOYED,
        HALF_YEARLY,
        *(NAME, CREDIT_CODE, INDUSTRY, EMPLOYEES, _principal("经营者", "Owner"), PHONE),
    ),
    _kind(
        OrganisationKind.SOCIAL,
        HALF_YEARLY,
        *(NAME, CREDIT_CODE, INDUSTRY, EMPLOYEES, LEGAL_REPRESENTATIVE, PHONE),
    ),
    _kind(
        OrganisationKind.PLACE,
        QUARTERLY,
        *(NAME, PLACE_KIND, INDUSTRY, EMPLOYEES),
        *(_principal("负责人", "Person in charge"), PHONE, *SAFETY_FIELDS),
    ),
)
"""Whatever has no field in a form has an empty column."""

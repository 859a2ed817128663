"""What is kept of a resident before a city adds anything. Nothing here is, or comes near, what is never kept."""

from jingwei.domains.residents.contracts import RESIDENT
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.forms.contracts import Field, FieldKind, Keeping, RecordKind, SeenBy

ENDED_KEPT_DAYS = 3 * 365
"""How long a record stays after it ended. Civil Code, article 188: within three years somebody may still ask."""
PERIOD_DAYS = 180
PURPOSE = "实有人口登记和上门服务"
BASIS = "《户口登记条例》《居住证暂行条例》；《个人信息保护法》第十三条第一款第三项、第三十四条"
WHO, WHERE = ("基本信息", "Person"), ("联系方式", "Contact")


def _personal(
    key: str, label: tuple[str, str], kind: FieldKind, section: tuple[str, str], **more: object
) -> Field:
    given: dict[str, object] = {
        "section_zh": section[0],
        "section_en": section[1],
        "is_personal": True,
        "purpose": PURPOSE,
        "legal_basis": BASIS,
        "retention_days": ENDED_KEPT_DAYS,
        "is_built_in": True,
    }
    return Field(key, *label, kind, **given | more)  # type: ignore[arg-type]


NUMBER = {"keeping": Keeping.INDEXED, "seen_by": SeenBy.NEED}
NAME = _personal("name", ("姓名", "Name"), FieldKind.TEXT, WHO, is_required=True, longest=60)
GENDER = _personal("gender", ("性别", "Sex"), FieldKind.CHOICE, WHO, code_table="gender")
BIRTH_YEAR = _personal(
    "birth_year",
    ("出生年份", "Year of birth"),
    FieldKind.WHOLE,
    WHO,
    least=1850,
    most=2100,
    help_zh="填了公民身份号码的，自动得出。只记年份。",
    help_en="Follows from the identity number where there is one. The year only.",
)
IDENTITY = _personal(
    "identity",
    ("公民身份号码", "Identity number"),
    FieldKind.IDENTITY,
    WHO,
    help_zh="加密保存，平时只显示打码。没有的填下一项。",
    help_en="Kept encrypted and shown masked. Use the next field where there is none.",
    **NUMBER,
)
DOCUMENT = _personal(
    "document",
    ("其他证件及号码", "Other document and its number"),
    FieldKind.TEXT,
    WHO,
    longest=60,
    help_zh="港澳台居民居住证、护照、永久居留证等，如“护照 E12345678”。",
    help_en="Residence permit for Hong Kong, Macao or Taiwan, passport and the like: “passport E12345678”.",
    **NUMBER,
)
PHONE = _personal("phone", ("电话", "Telephone"), FieldKind.PHONE, WHERE, **NUMBER)
OTHER_PHONE = _personal("other_phone", ("备用电话", "Another telephone"), FieldKind.PHONE, WHERE, **NUMBER)

RESIDENT_KIND = RecordKind(
    key=RESIDENT,
    title_zh="实有人口",
    title_en="Residents",
    built_in=(NAME, GENDER, BIRTH_YEAR, IDENTITY, DOCUMENT, PHONE, OTHER_PHONE),
    permission=Permission.MANAGE_RESIDENTS,
    period_days=PERIOD_DAYS,
    is_about_person=True,
)
PHONES = (PHONE.key, OTHER_PHONE.key)

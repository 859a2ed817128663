"""Reading one value: what somebody typed, said or had in a cell, as the field keeps it. What it says repeats nothing."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from jingwei.foundation.forms.contracts import CodeTable, Field, FieldKind, Keeping, SeenBy
from jingwei.foundation.imports.contracts import BadCell, day, decimal, text, whole_number, yes_no
from jingwei.foundation.privacy.contracts import Mask, PersonalField
from jingwei.kernel.numbers import BadNumber, credit_code, identity_number, phone_number

Value = str | int | bool | date | Decimal | tuple[str, ...]
LONGEST = {FieldKind.TEXT: 200, FieldKind.LONG_TEXT: 2000}
MOST_CHOICES = 40
DECIMALS = 6
LARGEST = Decimal(10) ** 12
PARTS = re.compile(r"\s*[;；,，、|/\n]\s*")
HIDDEN = "***"
"""In what the page shows instead of a sealed value: coming back, it is not what somebody meant to write."""
FIRST_DAY, LAST_DAY = date(1800, 1, 1), date(2999, 12, 31)
WORDS_KINDS = frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT})
SEALABLE = frozenset(FieldKind) - {FieldKind.CHOICES, FieldKind.YES_NO, FieldKind.WHOLE, FieldKind.DECIMAL}
IDENTITY_FAULTS = {
    "shape": ("应为18位（末位可为X）或旧的15位公民身份号码", "give 18 characters (the last may be X) or the old 15 digits"),
    "birth": ("第7至14位不是存在的出生日期，或在今天以后", "characters 7 to 14 are no day of birth, or lie in the future"),
    "check": ("校验码不对，请核对每一位", "the check character does not fit; compare every character"),
}  # fmt: skip
CREDIT_FAULTS = {
    "shape": ("应为18位统一社会信用代码（不含I、O、S、V、Z）", "give the 18 characters of the credit code (no I, O, S, V, Z)"),
    "check": ("校验码不对，请核对每一位", "the check character does not fit; compare every character"),
}  # fmt: skip


def is_empty(value: object) -> bool:
    """What clears a field."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def read_value(field: Field, value: object, *, table: CodeTable | None, today: date) -> Value:
    """The value as the field keeps it, from JSON or from a cell's text. Raises: BadCell."""
    is_hidden = field.keeping is not Keeping.PLAIN or field.seen_by is SeenBy.NEED
    if is_hidden and isinstance(value, str) and HIDDEN in value:
        raise BadCell(
            "要重新填写完整，不能用遮住的内容", "enter it anew in full; the masked text is not the value"
        )
    read = READERS[field.kind]
    return read(field, value, table, today)


def json_value(value: object) -> object:
    """A value as JSON takes it: days written out, exact decimals as numbers."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple | list):
        return list(value)
    return value


def text_value(value: Value) -> str:
    """A value as it is sealed: equal values make equal texts."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def mask_of(field: Field) -> Mask:
    """How a sealed value of the field looks before somebody says why they look."""
    return {FieldKind.PHONE: Mask.PHONE, FieldKind.IDENTITY: Mask.IDENTITY}.get(field.kind, Mask.WHOLE)


def personal_field(form_kind: str, field: Field) -> PersonalField:
    """The field as sealing and looks know it: the form says why it is kept, on what ground and how long."""
    return PersonalField(
        name=f"{form_kind}.{field.key}",
        label=field.label_zh,
        purpose=field.purpose,
        legal_basis=field.legal_basis,
        retention_days=field.retention_days or 0,
        mask=mask_of(field),
    )


def _words(field: Field, value: object, table: CodeTable | None, today: date) -> str:
    given = _as_text(value)
    most = field.longest or LONGEST.get(field.kind, 200)
    if field.kind is FieldKind.LONG_TEXT:
        return text(most)(given.replace("\r\n", "\n"))
    return text(most)(" ".join(given.split()))


def _whole(field: Field, value: object, table: CodeTable | None, today: date) -> int:
    return whole_number(
        int(field.least) if field.least is not None else -2_147_483_648,
        int(field.most) if field.most is not None else 2_147_483_647,
    )(_number_text(value))


def _decimal(field: Field, value: object, table: CodeTable | None, today: date) -> Decimal:
    number = decimal(
        Decimal(str(field.least)) if field.least is not None else -LARGEST,
        Decimal(str(field.most)) if field.most is not None else LARGEST,
    )(_number_text(value))
    places = DECIMALS if field.decimals is None else field.decimals
    if -int(number.normalize().as_tuple().exponent) > places:
        raise BadCell(f"小数最多{places}位", f"at most {places} decimal places")
    return number.quantize(Decimal(1).scaleb(-places)).normalize() + 0


def _yes_no(field: Field, value: object, table: CodeTable | None, today: date) -> bool:
    return value if isinstance(value, bool) else yes_no(_as_text(value))


def _choice(field: Field, value: object, table: CodeTable | None, today: date) -> str:
    codes = [code for code in table.codes if code.is_active] if table else []
    given = _as_text(value).strip()
    folded = given.lower()
    found = next((code for code in codes if code.value == given), None) or next(
        (code for code in codes if folded in (code.name_zh.lower(), code.name_en.lower())), None
    )
    if found is None:
        shown = codes[:8]
        more = ("等", " …") if len(codes) > len(shown) else ("", "")
        raise BadCell(
            f"只能填：{'、'.join(code.name_zh for code in shown)}{more[0]}",
            f"must be one of: {', '.join(code.name_en for code in shown)}{more[1]}",
        )
    return found.value


def _choices(field: Field, value: object, table: CodeTable | None, today: date) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        given = list(value)
    else:
        whole = _as_text(value).strip()
        is_one = table is not None and any(whole in (one.value, one.name_zh) for one in table.codes)
        given = [whole] if is_one else [part for part in PARTS.split(whole) if part]
    if len(given) > MOST_CHOICES:
        raise BadCell(f"最多选{MOST_CHOICES}项", f"at most {MOST_CHOICES} choices")
    chosen = {_choice(field, one, table, today) for one in given}
    return tuple(code.value for code in table.codes if code.value in chosen) if table else ()


def _day(field: Field, value: object, table: CodeTable | None, today: date) -> date:
    found = value if isinstance(value, date) else day(_as_text(value))
    first = today + timedelta(days=int(field.least)) if field.least is not None else FIRST_DAY
    last = today + timedelta(days=int(field.most)) if field.most is not None else LAST_DAY
    if not first <= found <= last:
        if field.most is not None and found > last:
            raise BadCell(f"不能晚于{last.isoformat()}", f"must not be later than {last.isoformat()}")
        raise BadCell(f"不能早于{first.isoformat()}", f"must not be earlier than {first.isoformat()}")
    return found


def _phone(field: Field, value: object, table: CodeTable | None, today: date) -> str:
    try:
        return phone_number(text(40)(_number_text(value)))
    except BadNumber:
        raise BadCell(
            "应填11位手机号，或带区号的座机号（如 0737-1234567）",
            "give an 11-digit mobile number or a landline with its area code",
        ) from None


def _identity(field: Field, value: object, table: CodeTable | None, today: date) -> str:
    try:
        return identity_number(text(60)(_number_text(value)), today=today)
    except BadNumber as bad:
        raise BadCell(*IDENTITY_FAULTS[bad.part]) from None


def _credit(field: Field, value: object, table: CodeTable | None, today: date) -> str:
    try:
        return credit_code(text(60)(_as_text(value)))
    except BadNumber as bad:
        raise BadCell(*CREDIT_FAULTS[bad.part]) from None


def _as_text(value: object) -> str:
    if not isinstance(value, str):
        raise BadCell("应填文字", "text is expected")
    return value


def _number_text(value: object) -> str:
    """Numbers come as numbers from pages and as text from cells; a truth value is neither."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise BadCell("应填数字", "a number is expected")
    if isinstance(value, str):
        return value
    number = Decimal(str(value))
    is_whole = number.is_finite() and number == number.to_integral_value()
    return format(number.to_integral_value() if is_whole else number, "f")


Read = Callable[[Field, object, CodeTable | None, date], Value]
READERS: dict[FieldKind, Read] = {
    FieldKind.TEXT: _words,
    FieldKind.LONG_TEXT: _words,
    FieldKind.WHOLE: _whole,
    FieldKind.DECIMAL: _decimal,
    FieldKind.YES_NO: _yes_no,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
    FieldKind.DATE: _day,
    FieldKind.PHONE: _phone,
    FieldKind.IDENTITY: _identity,
    FieldKind.CREDIT_CODE: _credit,
}

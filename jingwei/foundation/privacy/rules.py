"""Masking, and the purposes a look must name."""

import unicodedata

from jingwei.foundation.privacy.contracts import Mask
from jingwei.kernel.errors import Invalid
from jingwei.kernel.numbers import BadNumber, phone_number


class BadPhone(Invalid):
    code = "privacy.bad_phone"
    message = "电话号码“{value}”不正确。请填写11位手机号，或带区号的座机号（如 0737-1234567）。"
    message_en = "“{value}” is not a phone number. Give an 11-digit mobile or a landline with area code."


def half_width(value: str) -> str:
    """Full-width digits, letters and signs, as a Chinese keyboard gives them, in their plain form."""
    return unicodedata.normalize("NFKC", value)


def clean_phone(value: str) -> str:
    """Digits only, without the country code. Raises: BadPhone (the value itself is not repeated whole)."""
    try:
        return phone_number(value)
    except BadNumber:
        raise BadPhone(value=masked(Mask.PHONE, value)) from None


def masked(mask: Mask, value: str) -> str:
    """The value as shown before a recorded look."""
    if mask is Mask.PHONE:
        return f"{value[:3]}****{value[-4:]}" if len(value) >= 11 else f"****{value[-2:]}"
    if mask is Mask.IDENTITY:
        return f"{value[:3]}{'*' * 11}{value[-4:]}" if len(value) == 18 else "*" * 6
    if mask is Mask.NAME:
        return value[:1] + "*" * (min(len(value), 4) - 1) if len(value) > 1 else "*"
    return "*" * 6

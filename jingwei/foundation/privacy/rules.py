"""Masking, and the purposes a look must name."""

import re
import unicodedata

from jingwei.foundation.privacy.contracts import Mask
from jingwei.kernel.errors import Invalid


class BadPhone(Invalid):
    code = "privacy.bad_phone"
    message = "电话号码“{value}”不正确。请填写11位手机号，或带区号的座机号（如 0737-1234567）。"
    message_en = "“{value}” is not a phone number. Give an 11-digit mobile or a landline with area code."


PHONE = re.compile(r"1\d{10}|0\d{2,3}-?\d{7,8}|\d{5,8}", re.ASCII)


def half_width(value: str) -> str:
    """Full-width digits, letters and signs, as a Chinese keyboard gives them, in their plain form."""
    return unicodedata.normalize("NFKC", value)


def clean_phone(value: str) -> str:
    """Digits only, without the country code. Raises: BadPhone (the value itself is not repeated whole)."""
    digits = re.sub(r"[\s\-()]", "", half_width(value)).removeprefix("+86").removeprefix("0086")
    if not PHONE.fullmatch(digits):
        raise BadPhone(value=masked(Mask.PHONE, value))
    return digits


def masked(mask: Mask, value: str) -> str:
    """The value as shown before a recorded look."""
    if mask is Mask.PHONE:
        return f"{value[:3]}****{value[-4:]}" if len(value) >= 11 else f"****{value[-2:]}"
    if mask is Mask.NAME:
        return value[:1] + "*" * (min(len(value), 4) - 1) if len(value) > 1 else "*"
    return "*" * 6

"""Numbers that people go by: telephones, citizens' identity numbers, credit codes of organisations."""

import re
import unicodedata
from datetime import date
from operator import mul

PHONE = re.compile(r"1\d{10}|0\d{2,3}-?\d{7,8}|\d{5,8}", re.ASCII)
IDENTITY = re.compile(r"\d{17}[\dX]|\d{15}", re.ASCII)
IDENTITY_WEIGHTS = tuple(2 ** (17 - place) % 11 for place in range(17))
IDENTITY_CHECKS = "10X98765432"
OLD_CENTURY = "19"
CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT = re.compile(rf"[{CREDIT_LETTERS}]{{2}}\d{{6}}[{CREDIT_LETTERS}]{{10}}", re.ASCII)
CREDIT_WEIGHTS = tuple(3**place % 31 for place in range(17))


class BadNumber(ValueError):
    """A number that cannot be right; ``part`` says what of it: shape, check or birth."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def phone_number(text: str) -> str:
    """A mobile or landline number in digits, without spaces, brackets and the country code. Raises: BadNumber."""
    folded = unicodedata.normalize("NFKC", text)
    digits = re.sub(r"[\s\-()]", "", folded).removeprefix("+86").removeprefix("0086")
    if not PHONE.fullmatch(digits):
        raise BadNumber("shape")
    return digits


def plain_number(text: str) -> str:
    """As it is compared: half-width capitals, without spaces, hyphens and invisible characters."""
    if text.isascii() and text.isalnum():
        return text.upper()
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(letter for letter in folded if letter.isalnum())


def identity_check(first_17: str) -> str:
    """The last character of an identity number. Source: GB 11643-1999, ISO 7064 MOD 11-2."""
    total = sum(map(mul, map(int, first_17), IDENTITY_WEIGHTS))
    return IDENTITY_CHECKS[total % 11]


def identity_number(text: str, *, today: date) -> str:
    """An identity number in its 18 characters; the old 15 digits are written out. Raises: BadNumber.

    Source: GB 11643-1999: area 6, birth 8, order 3, check 1. Numbers of 15 digits were given out until 1999 to people
    born in that century.
    """
    number = plain_number(text)
    if not IDENTITY.fullmatch(number) or number[0] not in "12345678":
        raise BadNumber("shape")
    if len(number) == 15:
        first = f"{number[:6]}{OLD_CENTURY}{number[6:]}"
        number = first + identity_check(first)
    birth = birth_of(number)
    if birth is None or not date(1850, 1, 1) <= birth <= today:
        raise BadNumber("birth")
    if identity_check(number[:17]) != number[17]:
        raise BadNumber("check")
    return number


def birth_of(number: str) -> date | None:
    """The day of birth in an identity number of 18 characters; None where there is no such day."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def credit_check(first_17: str) -> str:
    """The last character of a credit code. Source: GB 32100-2015, ISO 7064 MOD 31-3."""
    total = sum(
        CREDIT_LETTERS.index(letter) * weight for letter, weight in zip(first_17, CREDIT_WEIGHTS, strict=True)
    )
    return CREDIT_LETTERS[-total % 31]


def credit_code(text: str) -> str:
    """A unified social credit code 统一社会信用代码 in its 18 characters. Raises: BadNumber."""
    code = plain_number(text)
    if not CREDIT.fullmatch(code):
        raise BadNumber("shape")
    if credit_check(code[:17]) != code[17]:
        raise BadNumber("check")
    return code

"""Passwords that others have chosen before: whoever guesses begins with them."""

from functools import cache

from django.contrib.auth.password_validation import CommonPasswordValidator


def is_common(password: str) -> bool:
    """Whether it is one of the twenty thousand most used ones; the list comes with Django."""
    return password.lower().strip() in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)

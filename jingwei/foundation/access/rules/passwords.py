"""What a password has to be."""

from jingwei.kernel.errors import DomainError, Invalid


class PasswordExpired(DomainError):
    code = "access.password_expired"
    message = "一次性密码已使用或已过期。请联系本单位管理员重新生成。"
    message_en = (
        "The one-time password was used already or has expired. Ask your administrator for a new one."
    )
    status = 401


class PasswordMustChange(DomainError):
    code = "access.password_must_change"
    message = "您使用的是一次性密码，请先设置自己的密码。"
    message_en = "You signed in with a one-time password. Set a password of your own first."
    status = 403


class WrongPassword(Invalid):
    code = "access.wrong_password"
    message = "原密码不正确。请重新输入。"
    message_en = "The present password is wrong. Enter it again."


class WeakPassword(Invalid):
    code = "access.weak_password"
    message = (
        "新密码不符合要求：至少{shortest}个字符，含字母、数字、符号中的两种，不含用户名，不是常见的密码，"
        "且不同于原密码。"
    )
    message_en = (
        "The new password is too weak: at least {shortest} characters, two kinds of letters, digits and signs, "
        "without the user name, not a common one, and different from the present one."
    )


SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 128

FIRST_THOUGHTS = frozenset(
    {"admin", "administrator", "jingwei", "mima", "password", "wangge", "wanggeyuan", "zhengfu", "zongzhi"}
)
"""What people here think of first: with nothing but digits and signs around it, it is no password."""


def require_good_password(password: str, *, username: str, present: str, is_common: bool = False) -> None:
    """``is_common``: it stands in the list of common passwords. Raises: WeakPassword."""
    letters = "".join(letter for letter in password.lower() if letter.isalpha())
    kinds = {
        "letter" if letter.isalpha() else "digit" if letter.isdigit() else "sign"
        for letter in password
        if not letter.isspace()
    }
    is_good = (
        SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD
        and len(kinds) >= 2
        and username.lower() not in password.lower()
        and password != present
        and letters not in FIRST_THOUGHTS
        and not is_common
    )
    if not is_good:
        raise WeakPassword(shortest=SHORTEST_PASSWORD)

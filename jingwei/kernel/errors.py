"""Refusals: what happened, what is allowed, what to do next. Everything else is a bug and loud."""

from typing import Any, ClassVar


class DomainError(Exception):
    """An expected refusal. People read ``message``, machines read ``code`` and ``data``.

    Subclasses give a stable ``code``, a Chinese and an English sentence (``str.format`` fields are filled
    from the keyword arguments) and the HTTP ``status`` under which the refusal travels. ``next`` names the next step
    where it is not the status's usual one.
    """

    code: ClassVar[str] = "error"
    message: ClassVar[str] = "操作未完成。"
    message_en: ClassVar[str] = "The operation was not completed."
    status: ClassVar[int] = 409
    next: ClassVar[str] = ""

    def __init__(self, **data: Any) -> None:
        self.data = data
        super().__init__(self.text)

    @property
    def text(self) -> str:
        return self.message.format(**self.data)

    @property
    def text_en(self) -> str:
        return self.message_en.format(**self.data)


class Invalid(DomainError):
    """Input that can be corrected by whoever sent it."""

    code = "invalid"
    message = "填写内容有误：{reason}"
    message_en = "The input is not valid: {reason}"
    status = 422


class NotFound(DomainError):
    """It does not exist, or lies outside what the asker may know of; the two look alike on purpose."""

    code = "not_found"
    message = "没有找到，或不在您的辖区内。请核对编号，或与上级中心联系。"
    message_en = "Not found, or outside your jurisdiction. Check the number or ask the centre above yours."
    status = 404


class Forbidden(DomainError):
    """The post held now does not carry the permission."""

    code = "forbidden"
    message = "您当前的岗位没有“{permission}”权限。请切换岗位，或请管理员授权。"
    message_en = "Your present post lacks the permission “{permission}”. Switch post or ask an administrator."
    status = 403


class SignInNeeded(DomainError):
    """Nobody is signed in, or the session has ended."""

    code = "sign_in_needed"
    message = "请先登录。"
    message_en = "Please sign in first."
    status = 401


class StaleVersion(DomainError):
    """Somebody else changed the record since it was read."""

    code = "stale_version"
    message = "“{name}”刚刚被他人更新（您看到的是第{seen}版，现在是第{current}版）。请刷新后再操作，您填写的内容不会丢失。"
    message_en = (
        "“{name}” was changed by somebody else (you saw version {seen}, it is now {current}). "
        "Refresh and try again; what you typed is kept."
    )
    status = 409

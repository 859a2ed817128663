"""One's own account."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Field, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission, ProofNeeded, Role, Strength, TokenBrief
from jingwei.foundation.access.queries import tokens_of
from jingwei.foundation.access.services import REMEMBERED_FOR
from jingwei.foundation.administration import queries
from jingwei.foundation.administration.contracts import IssuedToken, Me, SignedIn
from jingwei.foundation.administration.services import account, door
from jingwei.kernel.clock import now

router = Router(tags=["account"])
LONGEST_TOKEN_DAYS = 365


class SignInIn(edge.Input):
    username: str = Field(min_length=1, max_length=60)
    password: str = Field(min_length=1, max_length=128)
    code: str = Field("", max_length=20)


class SignInOut(Schema):
    secret: str
    must_change_password: bool
    lasts_seconds: int


class PostOut(Schema):
    post_id: UUID
    title: str
    role: Role
    area_code: str
    unit_id: UUID | None
    unit_name: str
    is_delegated: bool


class MeOut(Schema):
    person_id: UUID | None = Field(alias="actor.person_id")
    name: str = Field(alias="actor.name")
    role: Role = Field(alias="actor.role")
    scope: str = Field(alias="actor.scope")
    acting_for_id: UUID | None = Field(alias="actor.acting_for_id")
    post: PostOut | None
    area_path: str
    permissions: list[Permission]
    posts: list[PostOut]
    must_change_password: bool
    is_held_back: bool = Field(
        description="岗位要求两步验证，本次登录还没有。The post waits for a second factor."
    )


class SwitchPostIn(edge.Input):
    post_id: UUID


class PasswordIn(edge.Input):
    present: str = Field(min_length=1, max_length=128)
    new: str = Field(min_length=1, max_length=128)


class TokenIn(edge.Input):
    label: str = Field(min_length=1, max_length=80)
    days: int = Field(ge=1, le=LONGEST_TOKEN_DAYS)


class IssuedTokenOut(Schema):
    token_id: UUID
    secret: str


class TokenOut(Schema):
    token_id: UUID
    kind: Literal["session", "token"]
    label: str
    post_title: str
    created_at: datetime
    expires_at: datetime
    way: str
    device: str
    network: str
    strength: Strength
    seen_at: datetime | None
    is_current: bool = False


@edge.operation(
    router,
    "POST",
    "/session",
    "signIn",
    None,
    response=SignInOut,
    is_public=True,
    opens_eyes=False,
    who=edge.newcomer,
)
def sign_in(request: HttpRequest, response: HttpResponse, body: SignInIn) -> SignedIn:
    """Open a session: for the platform's own pages as a cookie, for programs as the secret in the answer.

    Where a second factor is set up, the same call is sent once more with the app's ``code`` or a recovery code.
    """
    signed_in = door.sign_in(
        body.username,
        body.password,
        code=body.code,
        visitor=edge.visitor(request),
        replaces=request.COOKIES.get(settings.SESSION_COOKIE, ""),
        at=now(),
    )
    return kept(response, signed_in)


def kept(response: HttpResponse, signed_in: SignedIn) -> SignedIn:
    """The session as a cookie that neither scripts nor other sites can use."""
    response.set_cookie(
        settings.SESSION_COOKIE,
        signed_in.secret,
        max_age=signed_in.lasts_seconds,
        httponly=True,
        samesite="Strict",
        secure=settings.IS_BEHIND_TLS,
    )
    if signed_in.device:
        response.set_cookie(
            settings.DEVICE_COOKIE,
            signed_in.device,
            max_age=int(REMEMBERED_FOR.total_seconds()),
            httponly=True,
            samesite="Strict",
            secure=settings.IS_BEHIND_TLS,
        )
    return signed_in


@edge.operation(router, "DELETE", "/session", "signOut", Permission.USE_ACCOUNT, response={204: None})
def sign_out(request: HttpRequest, response: HttpResponse) -> None:
    account.sign_out(edge.actor(request), secret=edge.secret_of(request) or "", at=now())
    response.delete_cookie(settings.SESSION_COOKIE, samesite="Strict")
    # What was looked at goes; what waits in the phone to be sent (its storage) stays: docs/adr/0035-hostile-input.md.
    response["Clear-Site-Data"] = '"cache"'


@edge.operation(router, "GET", "/me", "readMe", Permission.USE_ACCOUNT, response=MeOut)
def read_me(request: HttpRequest) -> Me:
    """Who is signed in, in which post, what that post may do, and which other posts are open."""
    return queries.account_of(edge.actor(request), at=now())


@edge.operation(router, "POST", "/session/post", "switchPost", Permission.USE_ACCOUNT, response=MeOut)
def switch_post(request: HttpRequest, body: SwitchPostIn) -> Me:
    """Work in another of one's posts from now on, in this session."""
    secret = edge.secret_of(request) or ""
    switched = account.switch_post(edge.actor(request), body.post_id, secret=secret, at=now())
    return queries.account_of(switched, at=now())


@edge.operation(
    router,
    "POST",
    "/me/password",
    "changePassword",
    Permission.USE_ACCOUNT,
    response={204: None},
    opens_eyes=False,
)
def change_password(request: HttpRequest, body: PasswordIn) -> None:
    """Every other session and token of the person ends."""
    account.change_password(edge.actor(request), body.present, body.new, at=now())


@edge.operation(router, "GET", "/me/tokens", "listTokens", Permission.USE_ACCOUNT, response=list[TokenOut])
def list_tokens(request: HttpRequest) -> list[TokenOut]:
    """One's sessions and API tokens that still open the door, and which of them asks."""
    asking = edge.actor(request)
    found = tokens_of(asking.person_id, at=now()) if asking.person_id else []
    return [_shown(one, is_current=one.token_id == asking.token_id) for one in found]


def _shown(token: TokenBrief, *, is_current: bool) -> TokenOut:
    shown = TokenOut.model_validate(token, from_attributes=True)
    return shown.model_copy(update={"is_current": is_current})


@edge.operation(
    router,
    "POST",
    "/me/tokens",
    "issueToken",
    Permission.USE_ACCOUNT,
    response={201: IssuedTokenOut},
    proof=ProofNeeded.RECENT,
)
def issue_token(request: HttpRequest, body: TokenIn) -> IssuedToken:
    """A token for a program that works in the present post. The secret is shown this once."""
    return account.issue_token(edge.actor(request), label=body.label, days=body.days, at=now())


@edge.operation(
    router,
    "DELETE",
    "/me/tokens/{token_id}",
    "revokeToken",
    Permission.USE_ACCOUNT,
    response={204: None},
    sees="token",
)
def revoke_token(request: HttpRequest, token_id: UUID) -> None:
    account.revoke_token(edge.actor(request), token_id, at=now())

"""The second factor, proving again who one is, and signing out everywhere else."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission, ProofNeeded, ProofWay
from jingwei.foundation.administration.contracts import BegunFactor, Security
from jingwei.foundation.administration.services import factors
from jingwei.kernel.clock import now

router = Router(tags=["account"])
USE = Permission.USE_ACCOUNT


class SecondFactorOut(Schema):
    """``confirmed_at`` is empty where none is set up."""

    confirmed_at: datetime | None
    last_used_on: date | None
    recovery_codes_left: int


class SecurityOut(Schema):
    username: str
    factor: SecondFactorOut
    proof_way: ProofWay
    proved_at: datetime | None
    is_held_back: bool


class ProveAgainIn(edge.Input):
    """``code`` where a second factor is set up, else ``password``."""

    password: str = Field("", max_length=128)
    code: str = Field("", max_length=20)


class CodeIn(edge.Input):
    code: str = Field(min_length=1, max_length=20)


class BegunFactorOut(Schema):
    """``picture`` is a QR code as rows of 0 and 1; ``address`` opens an app on the same phone."""

    secret: str
    address: str
    picture: list[str]


class RecoveryCodesOut(Schema):
    codes: list[str]


class EndedOut(Schema):
    ended: int


class ReasonIn(edge.Input):
    reason: str = Field(min_length=2, max_length=200)


@edge.operation(router, "GET", "/me/security", "readSecurity", USE, response=SecurityOut)
def read_security(request: HttpRequest) -> Security:
    """How one's own account is guarded, and how one proves again who one is."""
    return factors.security_of(edge.actor(request))


@edge.operation(router, "POST", "/session/proof", "proveAgain", USE, response={204: None}, opens_eyes=False)
def prove_again(request: HttpRequest, body: ProveAgainIn) -> None:
    """Prove in a running session that it is still oneself; what is sensitive asks for it."""
    factors.prove_again(edge.actor(request), password=body.password, code=body.code, at=now())


@edge.operation(
    router,
    "POST",
    "/me/second-factor",
    "beginSecondFactor",
    USE,
    response={201: BegunFactorOut},
    proof=ProofNeeded.RECENT,
)
def begin_second_factor(request: HttpRequest) -> BegunFactor:
    """A new secret for one's authenticator app. It counts when a first code has come back within a quarter of an hour."""
    return factors.begin_factor(edge.actor(request), at=now())


@edge.operation(
    router,
    "POST",
    "/me/second-factor/confirmation",
    "confirmSecondFactor",
    USE,
    response=RecoveryCodesOut,
    opens_eyes=False,
)
def confirm_second_factor(request: HttpRequest, body: CodeIn) -> RecoveryCodesOut:
    """The app's first code. The answer holds ten recovery codes, shown this once."""
    return RecoveryCodesOut(codes=factors.confirm_factor(edge.actor(request), body.code, at=now()))


@edge.operation(
    router,
    "DELETE",
    "/me/second-factor",
    "removeSecondFactor",
    USE,
    response={204: None},
    opens_eyes=False,
    proof=ProofNeeded.RECENT,
)
def remove_second_factor(request: HttpRequest) -> None:
    """No code is asked for any more; a post that needs one waits until there is a new one."""
    factors.remove_factor(edge.actor(request), at=now())


@edge.operation(
    router,
    "POST",
    "/me/recovery-codes",
    "renewRecoveryCodes",
    USE,
    response={201: RecoveryCodesOut},
    proof=ProofNeeded.RECENT,
)
def renew_recovery_codes(request: HttpRequest) -> RecoveryCodesOut:
    """Ten new recovery codes, shown this once; the old ones end."""
    return RecoveryCodesOut(codes=factors.renew_recovery_codes(edge.actor(request), at=now()))


@edge.operation(router, "POST", "/me/sessions/end", "endOtherSessions", USE, response=EndedOut)
def end_other_sessions(request: HttpRequest) -> EndedOut:
    """Sign out everywhere else, and forget every device that was signed in from."""
    return EndedOut(ended=factors.end_other_sessions(edge.actor(request), at=now()))


@edge.operation(
    router,
    "POST",
    "/staff/{person_id}/second-factor/take-off",
    "takeSecondFactorOff",
    Permission.MANAGE_POSTS,
    response={204: None},
    sees="staff",
    opens_eyes=False,
    proof=ProofNeeded.RECENT,
)
def take_second_factor_off(request: HttpRequest, person_id: UUID, body: ReasonIn) -> None:
    """For somebody who lost telephone and recovery codes. Their sessions end, and they are told who did it."""
    factors.take_factor_off(edge.actor(request), person_id, reason=body.reason, at=now())

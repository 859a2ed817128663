"""Residents sign in by a code sent to their mobile number."""

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router, Schema, Status

from jingwei.foundation import edge
from jingwei.foundation.administration.api.account import SignInOut, kept
from jingwei.foundation.administration.contracts import SignedIn
from jingwei.foundation.administration.rules.phones import AGAIN_AFTER, CODE_LASTS
from jingwei.foundation.administration.services import phones
from jingwei.kernel.clock import now

router = Router(tags=["account"])


class PhoneIn(edge.Input):
    phone: str = Field(min_length=5, max_length=30)


class PhoneCodeIn(PhoneIn):
    code: str = Field(min_length=1, max_length=20)


class CodeSentOut(Schema):
    """For how long the code is valid, and after how long another one may be asked for."""

    lasts_seconds: int
    again_in_seconds: int


@edge.operation(
    router,
    "POST",
    "/phone-codes",
    "askPhoneCode",
    None,
    response={202: CodeSentOut},
    is_public=True,
    opens_eyes=False,
    who=edge.newcomer,
)
def ask_phone_code(request: HttpRequest, body: PhoneIn) -> Status[CodeSentOut]:
    """Send a code by SMS. The answer does not say whether the number was ever here."""
    phones.ask_code(body.phone, address=edge.sender_address(request), at=now())
    sent = CodeSentOut(
        lasts_seconds=int(CODE_LASTS.total_seconds()), again_in_seconds=int(AGAIN_AFTER.total_seconds())
    )
    return Status(202, sent)


@edge.operation(
    router,
    "POST",
    "/session/phone",
    "signInByPhone",
    None,
    response=SignInOut,
    is_public=True,
    opens_eyes=False,
    who=edge.newcomer,
)
def sign_in_by_phone(request: HttpRequest, response: HttpResponse, body: PhoneCodeIn) -> SignedIn:
    """Open a resident's session with the code from the SMS; as a cookie, and as the secret in the answer."""
    return kept(
        response, phones.sign_in_by_phone(body.phone, body.code, at=now(), visitor=edge.visitor(request))
    )

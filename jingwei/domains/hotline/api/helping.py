"""What helps a resident or an officer while they report, without an account: danger, items."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Router, Schema

from jingwei.domains.hotline.api import schemas as io
from jingwei.domains.hotline.contracts import Emergency
from jingwei.domains.hotline.queries.listening import hints_for_everybody
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import Input, operation
from jingwei.kernel.clock import local, now

router = Router(tags=["hotline"])


class HintIn(Input):
    words: Annotated[str, Field(max_length=2000)]


class MeantOut(Schema):
    """An item that may be meant."""

    item_code: str
    item_name: str
    class_name: str
    is_urgent: bool
    matched: list[str]


class EverybodysHintsOut(Schema):
    """Suggestions for the person who reports. ``services`` names whom to telephone at once, if anybody."""

    services: list[Emergency]
    signs: list[io.SignOut]
    items: list[MeantOut]


@operation(
    router,
    "POST",
    "/hints",
    "previewOwnReport",
    Permission.REPORT_INCIDENT,
    response=EverybodysHintsOut,
    is_public=True,
)
def preview_own_report(request: HttpRequest, body: HintIn) -> EverybodysHintsOut:
    """Whether the words point to danger that belongs to 110, 119 or 120, and which items may be meant. Not stored."""
    hints = hints_for_everybody(body.words, on=local(now()).date())
    return EverybodysHintsOut(
        services=hints.services,
        signs=[
            io.SignOut(
                danger=sign.danger,
                label=sign.label,
                label_en=sign.label_en,
                services=list(sign.services),
                matched=list(sign.matched),
            )
            for sign in hints.signs
        ],
        items=[
            MeantOut(
                item_code=one.item.brief.item_code,
                item_name=one.item.brief.item_name,
                class_name=one.item.brief.class_name,
                is_urgent=one.item.brief.is_urgent,
                matched=list(one.matched),
            )
            for one in hints.items
        ],
    )

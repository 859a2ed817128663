"""Inviting whoever reported to answer: in the app if they have an account, by a link in a message to their telephone."""

from datetime import datetime

from django.conf import settings

from jingwei.domains.incidents.queries.visiting import REPORTER_PHONE, MatterToVisit
from jingwei.domains.returnvisits.contracts import VisitPolicy
from jingwei.domains.returnvisits.models import Visit
from jingwei.domains.returnvisits.services.keeping import KEEPER
from jingwei.foundation.notices.contracts import Audience, Channel, Words
from jingwei.foundation.notices.services.inbox import notify_person
from jingwei.foundation.notices.services.messages import write_message
from jingwei.kernel.crypto import blind_index, short_code

LINK = "returnvisits.link"
LETTERS = 16
"""Eighty bits: not to be guessed, and short enough for a message."""
ADDRESS = "/v/"
NONE = "none"
WORDS = Words(
    title_zh="回访：您反映的事解决了吗？请评价",
    title_en="Return visit: is your matter solved? Please rate it",
    body_zh="选“没有解决”会重新办理。",
    body_en="“Not solved” has it taken up again.",
)
MESSAGE = (
    "回访：您反映的事项（受理编号{receipt_no}）已办结，解决了吗？请在{until}前打开 {link} 回答，不用登录。"
    "选“没有解决”会重新办理。"
)


def invite(row: Visit, matter: MatterToVisit, policy: VisitPolicy, *, until: datetime, at: datetime) -> None:
    """Tell whoever reported. The link's digest is set on the row; whoever calls saves it."""
    target = f"incidents.incident:{row.incident_id}"
    if matter.reporter_id is not None:
        notify_person(
            KEEPER,
            matter.reporter_id,
            kind="returnvisits.reporter",
            words=WORDS,
            target=target,
            fold=f"{target}:visit",
            at=at,
        )
    if matter.sealed_phone is None or not policy.sends_link or settings.PUBLIC_URL == NONE:
        return
    token = token_of(row)
    row.link_index, row.link_until = index_of(token), until
    write_message(
        KEEPER,
        channel=Channel.SMS,
        audience=Audience.RESIDENT,
        field=REPORTER_PHONE,
        sealed=matter.sealed_phone,
        text=MESSAGE.format(
            receipt_no=row.receipt_no,
            until=f"{until:%m-%d}",
            link=f"{settings.PUBLIC_URL.rstrip('/')}{ADDRESS}{token}",
        ),
        once=f"returnvisits:{row.pk}",
        target=target,
        subject_id=matter.reporter_id,
        at=at,
    )


def token_of(row: Visit) -> str:
    """What a link carries: made from the visit with our key, kept nowhere."""
    return short_code(settings.INDEX_KEY, row.pk.bytes, length=LETTERS, purpose=LINK)


def index_of(token: str) -> bytes:
    """By which a link finds its visit."""
    return blind_index(settings.INDEX_KEY, token.strip().upper(), field=LINK)

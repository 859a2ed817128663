"""Who calls: their open matters and promises, so that nobody has to tell the same story twice."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.hotline.models import CallBack
from jingwei.domains.hotline.queries.calls import call_named
from jingwei.domains.hotline.rules.callers import MOST_SHOWN, earlier_since
from jingwei.domains.hotline.rules.personal import CALL_BACK_NUMBER, CALLER_NUMBER
from jingwei.domains.hotline.rules.refusals import NumberMissing
from jingwei.domains.incidents.queries.known import MatterBrief
from jingwei.domains.incidents.services.callers import (
    matters_of_caller,
    telephone_index,
    telephone_index_of_sealed,
)
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.services import index_of, resealed
from jingwei.foundation.work import work


@dataclass(frozen=True, slots=True)
class KnownOfCaller:
    """What may be shown: see ``rules.callers``."""

    matters: list[MatterBrief]
    call_backs: list[CallBack]


def look_up_caller(
    actor: Actor, *, call_id: UUID | None, phone: str, purpose: Purpose, at: datetime
) -> KnownOfCaller:
    """The caller's open matters and those closed within 90 days, by number; recorded, and the reporter sees it.

    Raises: NumberMissing, CallMissing, BadPhone.
    """
    with work(actor, Permission.TAKE_CALL) as job:
        if phone.strip():
            mine, promised = telephone_index(phone), index_of(CALL_BACK_NUMBER, phone)
        else:
            call = call_named(actor, call_id)
            if call is None or call.number_sealed is None:
                raise NumberMissing
            sealed = call.number_sealed
            mine = telephone_index_of_sealed(CALLER_NUMBER, sealed)
            promised = resealed(CALLER_NUMBER, sealed, CALL_BACK_NUMBER).index
        matters = matters_of_caller(
            actor, mine, since=earlier_since(at), most=MOST_SHOWN, purpose=purpose, at=at
        )
        promises = CallBack.objects.visible_to(actor).filter(number_index=promised, done_at=None)
        job.record_own(
            f"hotline.call:{call_id}" if call_id else "hotline.caller",
            act="look_up_caller",
            purpose=purpose.value,
            shown=[str(one.incident_id) for one in matters],
        )
        return KnownOfCaller(matters, list(promises.order_by("due_at")[:MOST_SHOWN]))

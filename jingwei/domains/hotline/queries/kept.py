"""What the hotline keeps about somebody whose number was proved by SMS."""

from datetime import datetime

from django.db.models import Count, Min

from jingwei.domains.hotline.models import Call
from jingwei.domains.hotline.rules.personal import CALLER_NUMBER
from jingwei.foundation.access.contracts import Actor, system_actor
from jingwei.foundation.access.queries import phone_of_resident
from jingwei.foundation.administration.contracts import RESIDENT_PHONE
from jingwei.foundation.privacy.contracts import Kept, KeptKind
from jingwei.foundation.privacy.services import resealed
from jingwei.foundation.scoping import eyes

COUNTER = system_actor("本人信息查询")


def kept_of_calls(actor: Actor, *, at: datetime) -> list[Kept]:
    """The calls whose number is kept. Only how many and since when: what was said is in the matters themselves."""
    sealed = phone_of_resident(actor.person_id)
    if sealed is None:
        return []
    index = resealed(RESIDENT_PHONE, sealed, CALLER_NUMBER).index
    with eyes(COUNTER):
        mine = Call.objects.unscoped("one's own calls are counted").filter(number_index=index)
        facts = mine.aggregate(count=Count("pk"), since=Min("rang_at"))
    field = CALLER_NUMBER
    return [
        Kept(
            KeptKind.CALLS,
            facts["count"],
            field.purpose,
            field.legal_basis,
            field.retention_days,
            facts["since"],
        )
    ]

"""Who is told of a referral: whom it was put to, then whoever asked. Runs in the queue, at least once."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.workforce.contracts import ReferralState
from jingwei.domains.workforce.models import Referral
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.events.services import is_first_hearing
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_person
from jingwei.foundation.scoping import eyes

TELLER = system_actor("转介通知")
SAID = {
    ReferralState.ASKED: (
        "收到一件转介",
        "A referral for you",
        "{asker}请您协助，请打开查看",
        "{asker} asks for your help",
    ),
    ReferralState.ANSWERED: ("转介已答复", "Your referral was answered", "{who}已答复", "{who} has answered"),
    ReferralState.WITHDRAWN: (
        "转介已撤回",
        "A referral was withdrawn",
        "{asker}已撤回",
        "{asker} has taken it back",
    ),
}


def tell_of_referral(referral_id: UUID, state: ReferralState, *, at: datetime) -> int:
    """Returns how many were told. What was asked stands in the referral, not in the notice."""
    with eyes(TELLER):
        if not is_first_hearing(at=at):
            return 0
        row: Referral | None = Referral.objects.visible_to(TELLER).filter(pk=referral_id).first()
        if row is None:
            return 0
        to = row.person_id if state is ReferralState.ANSWERED else row.to_person_id
        is_own_word = state is ReferralState.ANSWERED and row.to_person_id is None
        if to is None or is_own_word:
            return 0
        title, title_en, body, body_en = SAID[state]
        names = {"asker": row.asker_name, "who": row.to_name}
        notify_person(
            TELLER,
            to,
            kind=f"workforce.referral_{state.value}",
            words=Words(title, title_en, body.format(**names), body_en.format(**names)),
            target=f"workforce.referral:{row.pk}",
            at=at,
        )
    return 1

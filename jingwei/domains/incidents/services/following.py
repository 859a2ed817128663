"""Following somebody else's matter that is public, and telling those who do."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.models import Follow
from jingwei.domains.incidents.queries.following import (
    followable,
    followed_row,
    public_id_of,
    public_matters,
)
from jingwei.domains.incidents.rules.following import NEWS
from jingwei.domains.incidents.services.telling import TELLER
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.events.services import is_first_hearing
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_person
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.ids import uuid7


def follow_matter(actor: Actor, public_id: UUID, *, at: datetime) -> None:
    """Follow 关注 instead of reporting the same again; doing it twice changes nothing. Raises: MatterNotPublic.

    The audit says that something was followed, not what: what somebody cares about is theirs.
    """
    with work(actor, Permission.FOLLOW_INCIDENT) as job:
        incident_id = followable(public_id, at=at)
        known = Follow.objects.filter(incident_id=incident_id, person_id=actor.person_id).first()
        if known is not None:
            job.record_own(f"incidents.follow:{known.pk}", act="follow_again")
            return
        follow = Follow(id=uuid7(), incident_id=incident_id, person_id=actor.person_id, since_at=at)
        follow.save(force_insert=True)
        job.record_own(f"incidents.follow:{follow.pk}", act="follow")


def unfollow_matter(actor: Actor, public_id: UUID, *, at: datetime) -> None:
    """Stop following; the row goes. Raises: MatterNotPublic."""
    with work(actor, Permission.FOLLOW_INCIDENT) as job:
        follow = followed_row(actor, public_id)
        job.record_own(f"incidents.follow:{follow.pk}", act="unfollow")
        follow.delete()


def tell_followers(incident_id: UUID, action: Action, *, at: datetime) -> int:
    """Tell whoever follows a matter of a step; returns how many. Nothing stands in it but the item's name."""
    if action not in NEWS:
        return 0
    with eyes(TELLER):
        if not is_first_hearing(at=at):
            return 0
        people = list(Follow.objects.filter(incident_id=incident_id).values_list("person_id", flat=True))
        matter = public_matters([incident_id], at=at).get(incident_id) if people else None
        if matter is None:
            return 0
        zh, en = NEWS[action]
        words = Words(title_zh=zh, title_en=en, body_zh=matter.item_name, body_en=matter.item_code)
        target = f"incidents.followed:{public_id_of(incident_id)}"
        for person_id in people:
            notify_person(
                TELLER,
                person_id,
                kind="incidents.followed",
                words=words,
                target=target,
                fold=f"{target}:{action.value}",
                at=at,
            )
    return len(people)

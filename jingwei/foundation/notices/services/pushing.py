"""A notice also goes to the containers where its reader wants to hear of it: the sentence, nothing of the matter."""

from datetime import datetime
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Container
from jingwei.foundation.access.queries import push_to_person, push_to_post
from jingwei.foundation.notices.contracts import CONTAINER_SUBJECT, Audience, Channel
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.notices.services.messages import write_message
from jingwei.foundation.notices.services.outlets import channels_served


def push_notice(actor: Actor, notice: Notice, *, at: datetime) -> int:
    """Write a message for each container of the notice's reader; returns how many.

    A notice that was only counted up is not pushed again: 200 events make one message. What leaves the house is the
    title alone, which is the same for everybody: whoever carries it learns nothing of the matter.
    """
    served = [one for one in Container if Channel(one.value) in channels_served()]
    if not served:
        return 0
    if notice.person_id is not None:
        found = push_to_person(notice.person_id, served, at=at)
    else:
        found = push_to_post(_post(notice), served, at=at)
    for one in found:
        write_message(
            actor,
            channel=Channel(one.container.value),
            audience=Audience.STAFF if one.is_staff else Audience.RESIDENT,
            field=CONTAINER_SUBJECT,
            sealed=one.sealed,
            text=notice.title_zh,
            once=f"push:{notice.id}:{one.container.value}:{one.person_id}",
            target=f"notices.notice:{notice.id}",
            subject_id=one.person_id,
            is_urgent=notice.is_urgent,
            at=at,
        )
    return len(found)


def _post(notice: Notice) -> UUID:
    assert notice.post_id is not None
    return notice.post_id

"""Public matters close by, and those somebody follows. A system actor reads; only what ``rules.following`` names leaves."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Attachment, Follow, Incident, Step
from jingwei.domains.incidents.queries.published import LISTED, PUBLIC_COLUMNS, PUBLISHER, public_matter
from jingwei.domains.incidents.rules.following import (
    MOST_FOLLOWED,
    MOST_NEAR,
    PHOTO_KINDS,
    SHOWN,
    STILL_FOLLOWED,
    VEIL,
    FollowedMatter,
    MatterNotPublic,
    NearMatter,
    PublicStep,
    likeness,
    squares_around,
)
from jingwei.domains.incidents.rules.nearby import cell_of
from jingwei.domains.incidents.rules.publishing import OPEN_STATES, PublicMatter
from jingwei.domains.routing.queries import published_codes
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.files.contracts import FileKind
from jingwei.foundation.files.queries import publishable
from jingwei.foundation.scoping import ScopedQuerySet, eyes
from jingwei.kernel.clock import local
from jingwei.kernel.crypto import unveiled_id, veiled_id

MOST_READ = 500
"""Nine squares hold some dozens of open matters; more than this is a mistake in the data."""


def nearby_matters(lon: float, lat: float, *, item_code: str, at: datetime) -> list[NearMatter]:
    """Open public matters in one's square and those around it: the most alike first, then those closest, then the newest."""
    here = cell_of(lon, lat)
    with eyes(PUBLISHER):
        rows = _public_rows(at).filter(
            place_cell__in=squares_around(lon, lat),
            closed_at=None,
            state__in=[int(state) for state in OPEN_STATES],
        )
        newest = rows.order_by("-reported_at", "-id")
        found = list(newest.values_list("id", *PUBLIC_COLUMNS)[:MOST_READ])
    near = [
        NearMatter(
            public_id=public_id_of(incident_id),
            matter=public_matter(*columns, at=at),
            likeness=likeness(item_code, columns[0]),
            is_here=columns[-1] == here,
        )
        for incident_id, *columns in found
    ]
    return sorted(near, key=lambda one: (-one.likeness, not one.is_here))[:MOST_NEAR]


def followable(public_id: UUID, *, at: datetime) -> UUID:
    """The matter behind a public id, if everybody may know of it and it is not long over. Raises: MatterNotPublic."""
    incident_id = unveiled_id(settings.INDEX_KEY, public_id, purpose=VEIL)
    is_late = Q(closed_at__gte=at - STILL_FOLLOWED, state=int(State.CLOSED))
    is_open = Q(closed_at=None, state__in=[int(state) for state in OPEN_STATES])
    with eyes(PUBLISHER):
        if not _public_rows(at).filter(is_open | is_late, pk=incident_id).exists():
            raise MatterNotPublic
    return incident_id


def list_followed(actor: Actor, *, at: datetime) -> list[FollowedMatter]:
    """What the actor follows, latest first, without the course."""
    follows = list(
        Follow.objects.filter(person_id=actor.person_id).order_by("-since_at", "-id")[:MOST_FOLLOWED]
    )
    matters = public_matters([one.incident_id for one in follows], at=at)
    return [
        FollowedMatter(public_id_of(one.incident_id), one.since_at, matters.get(one.incident_id))
        for one in follows
    ]


def followed_matter(actor: Actor, public_id: UUID, *, at: datetime) -> FollowedMatter:
    """One of them with its public course. Raises: MatterNotPublic if the actor does not follow it."""
    follow = followed_row(actor, public_id)
    matter = public_matters([follow.incident_id], at=at).get(follow.incident_id)
    if matter is None:
        return FollowedMatter(public_id, follow.since_at, None)
    with eyes(PUBLISHER):
        steps = Step.objects.filter(
            incident_id=follow.incident_id, action__in=[one.value for one in SHOWN], is_internal=False
        )
        shown = tuple(
            PublicStep(Action(one.action), State(one.to_state), one.at, one.unit_id)
            for one in steps.order_by("version")
        )
    return FollowedMatter(
        public_id, follow.since_at, matter, shown, len(followed_photos(actor, public_id, at=at))
    )


def followed_photos(actor: Actor, public_id: UUID, *, at: datetime) -> list[UUID]:
    """The photos of the work that may stand in public, of a matter the actor follows. Raises: MatterNotPublic."""
    incident_id = followed_row(actor, public_id).incident_id
    if incident_id not in public_matters([incident_id], at=at):
        return []
    with eyes(PUBLISHER):
        rows = Attachment.objects.filter(incident_id=incident_id, kind__in=PHOTO_KINDS)
        file_ids = list(rows.order_by("added_at", "id").values_list("file_id", flat=True))
        facts = publishable(PUBLISHER, file_ids)
    return [one.file_id for one in facts if one.kind is FileKind.PHOTO and one.has_thumbnails]


def followed_row(actor: Actor, public_id: UUID) -> Follow:
    """Raises: MatterNotPublic."""
    incident_id = unveiled_id(settings.INDEX_KEY, public_id, purpose=VEIL)
    found = Follow.objects.filter(person_id=actor.person_id, incident_id=incident_id).first()
    if found is None:
        raise MatterNotPublic
    return found


def public_id_of(incident_id: UUID) -> UUID:
    """What a matter is called in public: tells neither when it was reported nor its number."""
    return veiled_id(settings.INDEX_KEY, incident_id, purpose=VEIL)


def public_matters(incident_ids: list[UUID], *, at: datetime) -> dict[UUID, PublicMatter]:
    with eyes(PUBLISHER):
        rows = _public_rows(at).filter(pk__in=incident_ids, state__gte=int(State.ACCEPTED))
        found = list(rows.values_list("id", *PUBLIC_COLUMNS))
    return {incident_id: public_matter(*columns, at=at) for incident_id, *columns in found}


def _public_rows(at: datetime) -> ScopedQuerySet:
    codes = published_codes(on=local(at).date())
    return Incident.objects.unscoped("matters for the public").filter(LISTED, item_code__in=codes)

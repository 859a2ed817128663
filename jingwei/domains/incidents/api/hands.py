"""What stands around one matter, and the hands it lies in: similar, seen, receivers, open work, hand-over."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Schema

from jingwei.domains.clocks.contracts import parse_limit
from jingwei.domains.clocks.queries import deadline_for
from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.api.duty_out import duty_out
from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.api.shaping import open_work_out, receiver_out, similar_out
from jingwei.domains.incidents.queries.duties import duty_of
from jingwei.domains.incidents.queries.receivers import as_corrected
from jingwei.domains.incidents.rules.duties import line_name
from jingwei.domains.incidents.rules.nearby import DEFAULT_RADIUS_M, LARGEST_RADIUS_M
from jingwei.domains.routing.queries import unit_kinds
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now

P = Permission
NO_LOAD: dict[str, object] = {"open": 0, "overdue": 0, "due_soon": 0, "people": 0, "usual": None}
NO_LOAD |= {"fullness": "", "fullness_label": "", "fullness_label_en": ""}
"""What others have in hand is for those who give out work; who names a receiver needs the names only."""


@operation(
    router,
    "GET",
    "/incidents/{incident_id}/similar",
    "listSimilar",
    P.READ_INCIDENT,
    response=list[io.SimilarOut],
    sees="incident",
)
def list_similar(
    request: HttpRequest,
    incident_id: UUID,
    radius_m: Annotated[int, Query(ge=10, le=LARGEST_RADIUS_M)] = DEFAULT_RADIUS_M,
) -> list[io.SimilarOut]:
    """What one may see close by, open or closed within 90 days; the same item first, then by distance."""
    at = now()
    incident = queries.incident_for(actor(request), incident_id)
    found = queries.similar_by_place(actor(request), incident, radius_m=radius_m, at=at)
    return similar_out(found, at=at)


@operation(
    router,
    "GET",
    "/incidents/{incident_id}/seen",
    "listSeen",
    P.READ_INCIDENT,
    response=list[io.SeenOut],
    sees="incident",
)
def list_seen(request: HttpRequest, incident_id: UUID) -> list[io.SeenOut]:
    """Which members of staff have opened it, latest first; nothing for residents."""
    incident = queries.incident_for(actor(request), incident_id)
    seen = queries.seen_by(actor(request), incident)
    units = unit_names({one.unit_id for one in seen if one.unit_id})
    return [
        io.SeenOut(
            person_name=one.person_name,
            role=one.role,
            unit_name=units.get(one.unit_id, "") if one.unit_id else "",
            first_at=one.first_at,
            last_at=one.last_at,
        )
        for one in seen
    ]


class ReceiversIn(Schema):
    """Words in the name; an item or a position to choose for, where the matter's own are about to be corrected."""

    words: Annotated[str, Field(max_length=60)] = ""
    item_code: io.ItemCode = ""
    lon: Annotated[float | None, Field(ge=-180, le=180)] = None
    lat: Annotated[float | None, Field(ge=-90, le=90)] = None

    @property
    def place(self) -> tuple[float, float] | None:
        return (self.lon, self.lat) if self.lon is not None and self.lat is not None else None


@operation(
    router,
    "GET",
    "/incidents/{incident_id}/receivers",
    "listReceivers",
    P.WATCH_INCIDENT,
    response=io.DispatchReceiversOut,
    sees="incident",
)
def list_receivers(
    request: HttpRequest, incident_id: UUID, wanted: Query[ReceiversIn]
) -> io.DispatchReceiversOut:
    """The units it may be given to, the responsible kind first; for who dispatches, with what they have in hand.

    With an item or a position, as if the matter had been corrected to it.
    """
    at, who = now(), actor(request)
    incident = as_corrected(queries.incident_for(who, incident_id), wanted.item_code, wanted.place)
    item = queries.item_of(incident)
    found = queries.receivers_for(incident, words=wanted.words, at=at)
    kinds = {kind.key: (kind.name_zh, kind.name_en) for kind in unit_kinds()}
    areas = names_of({one.unit.area_code for one in found})
    duty = duty_of(incident, at=at)
    handle_limit = duty.handle_limit or (item.handle_limit if item else "")
    rows = [receiver_out(one, kinds, areas, incident, line=line_name(duty)) for one in found]
    return io.DispatchReceiversOut(
        rows=rows
        if is_permitted(who, P.DISPATCH_INCIDENT)
        else [row.model_copy(update=NO_LOAD) for row in rows],
        handle_limit=handle_limit,
        due_at=deadline_for(at, parse_limit(handle_limit)).due_at if handle_limit else None,
        duty=duty_out(duty),
    )


@operation(
    router,
    "GET",
    "/posts/{post_id}/open-work",
    "listOpenWork",
    P.HAND_OVER_WORK,
    response=io.OpenWorkOut,
    sees="post_work",
)
def list_open_work(request: HttpRequest, post_id: UUID) -> io.OpenWorkOut:
    """What lies in the hands of a post: one's own, of one's unit for those who lead it, of one's area for administrators."""
    at = now()
    return open_work_out(actor(request), queries.open_work(actor(request), post_id, at=at), at=at)


@operation(
    router,
    "POST",
    "/posts/{post_id}/open-work",
    "handOverWork",
    P.HAND_OVER_WORK,
    response=io.HandedOverOut,
    sees="post_work",
)
def hand_over_work(request: HttpRequest, post_id: UUID, body: io.HandOverWorkIn) -> io.HandedOverOut:
    """Hand over 移交 open work to another post of the unit, all of it or chosen matters; the receiver is told once."""
    done = services.hand_over_work(
        actor(request),
        post_id,
        to_post_id=body.to_post_id,
        incident_ids=body.incident_ids,
        remark=body.remark,
        at=now(),
    )
    return io.HandedOverOut(moved=done.moved, unseen=done.unseen, left=done.left)

"""The audit for inspectors."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.access.queries import post_titles, unit_names
from jingwei.foundation.administration.contracts import AuditState
from jingwei.foundation.administration.queries import audit_state
from jingwei.foundation.administration.rules.inspecting import (
    KIND_WORDS,
    SIGN_WORDS,
    USUAL_PERIOD,
    ActKind,
    InspectionWish,
    LookedAt,
    Sign,
)
from jingwei.foundation.administration.services import inspecting
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.audit.contracts import Fault
from jingwei.foundation.audit.queries import entries_seen
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.kernel.clock import now

router = Router(tags=["audit"])


class EntryOut(Schema):
    entry_id: int
    at: datetime
    person_id: UUID | None
    actor_name: str
    role: str
    acting_for_id: UUID | None
    permission: str
    target: str
    area_code: str
    area_name: str
    change: dict[str, Any]


class EntryPage(Schema):
    rows: list[EntryOut]
    next_cursor: str | None


class FindingOut(Schema):
    fault: Fault
    seal_number: int | None
    entry_id: int | None
    text: str
    text_en: str


class VerificationOut(Schema):
    checked_at: datetime
    seal_count: int
    entry_count: int
    unsealed_count: int
    anchor_count: int
    witness_count: int
    is_intact: bool
    findings: list[FindingOut]


class WalkOut(Schema):
    """A whole verification: how far it is; ``finished_at`` is empty while it goes on."""

    begun_at: datetime
    finished_at: datetime | None
    seal_total: int
    seals_done: int
    entries_done: int
    finding_count: int


class WitnessOut(Schema):
    """Who outside saw the anchors: the last seal, and when by their own clock."""

    name: str
    last_seal: int | None
    last_at: datetime | None
    proofs: int


class AuditStateOut(Schema):
    recent: VerificationOut
    last_whole: VerificationOut | None
    walk: WalkOut | None
    witnesses: list[WitnessOut]


class InspectedLookOut(Schema):
    """One act of looking or taking along. Whose data it was is a number, never a name."""

    key: str
    at: datetime
    kind: ActKind
    kind_label: str
    kind_label_en: str
    person_id: UUID | None
    viewer_name: str
    post_title: str
    unit_name: str
    field: str
    target: str
    subject_id: UUID | None
    purpose: str
    remark: str
    area_code: str
    area_name: str
    viewer_area: str
    viewer_area_name: str
    rows: int | None
    is_clear: bool
    signs: list[Sign]


class InspectedLookPage(Schema):
    rows: list[InspectedLookOut]
    next_cursor: str | None


class StandoutOut(Schema):
    """Acts that stand out by one plain rule; the list behind them is found by the same facts."""

    sign: Sign
    words: str
    words_en: str
    person_id: UUID
    viewer_name: str
    since: datetime
    until: datetime
    count: int
    subject_id: UUID | None
    target: str


class LookFilter(Schema):
    person_id: UUID | None = None
    subject_id: UUID | None = None
    target: str = Field("", max_length=120)
    words: str = Field("", max_length=40)
    purpose: Purpose | None = None
    area: str = Field("", pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})?$")
    kind: list[ActKind] = []
    since: edge.Moment | None = None
    until: edge.Moment | None = None


@edge.operation(
    router, "GET", "/audit/entries", "listAuditEntries", Permission.READ_AUDIT, response=EntryPage
)
def list_audit_entries(
    request: HttpRequest,
    target: str | None = None,
    person_id: UUID | None = None,
    since: edge.Moment | None = None,
    until: edge.Moment | None = None,
    limit: int = Query(50, ge=1, le=200),
    cursor: str | None = None,
) -> EntryPage:
    """Who did what within the inspector's area, latest first."""
    page = entries_seen(
        target=target, person_id=person_id, since=since, until=until, limit=limit, cursor=cursor
    )
    areas = names_of({row.area_code for row in page.rows if row.area_code})
    rows = [EntryOut(**asdict(row), area_name=areas.get(row.area_code, "")) for row in page.rows]
    return EntryPage(rows=rows, next_cursor=page.next_cursor)


@edge.operation(
    router,
    "GET",
    "/audit/verification",
    "verifyAudit",
    Permission.READ_AUDIT,
    response=AuditStateOut,
    opens_eyes=False,
)
def verify_audit(request: HttpRequest) -> AuditState:
    """Verifies the newest seals now; reports the last whole verification (made every night), and one on its way."""
    return audit_state(at=now())


@edge.operation(
    router, "POST", "/audit/checks", "startAuditCheck", Permission.READ_AUDIT, response={202: AuditStateOut}
)
def start_audit_check(request: HttpRequest) -> AuditState:
    """Have the whole audit verified now, in portions; how far it is stands in ``verifyAudit``."""
    inspecting.start_check(edge.actor(request), at=now())
    return audit_state(at=now())


@edge.operation(
    router, "GET", "/audit/looks", "listInspectedLooks", Permission.READ_AUDIT, response=InspectedLookPage
)
def list_inspected_looks(
    request: HttpRequest,
    filters: Query[LookFilter],
    limit: int = Query(50, ge=1, le=200),
    cursor: str | None = None,
) -> InspectedLookPage:
    """Who saw or took along what, when and for which purpose, latest first. Reading it is recorded as well.

    What was taken along in one export is one act, unless a person, an object or ``kind=exported`` is asked for.
    """
    wish = InspectionWish(
        person_id=filters.person_id,
        subject_id=filters.subject_id,
        target=filters.target,
        words=filters.words.strip(),
        purpose=filters.purpose.value if filters.purpose else "",
        area=filters.area,
        kinds=tuple(filters.kind),
        since=filters.since,
        until=filters.until,
    )
    page = inspecting.inspect_looks(edge.actor(request), wish, limit=limit, cursor=cursor)
    return InspectedLookPage(rows=_shown(page.rows), next_cursor=page.next_cursor)


@edge.operation(
    router,
    "GET",
    "/audit/looks/standing-out",
    "listStandouts",
    Permission.READ_AUDIT,
    response=list[StandoutOut],
)
def list_standouts(
    request: HttpRequest,
    since: edge.Moment | None = None,
    until: edge.Moment | None = None,
    area: str = Query("", pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})?$"),
) -> list[StandoutOut]:
    """What stands out in a period (the last seven days) by five plain rules: facts about acts, no score of anybody."""
    end = until or now()
    begin = since or end - USUAL_PERIOD
    found = inspecting.inspect_standouts(edge.actor(request), since=begin, until=end, area=area)
    return [
        StandoutOut(
            sign=one.sign,
            words=SIGN_WORDS[one.sign][0],
            words_en=SIGN_WORDS[one.sign][1],
            person_id=one.person_id,
            viewer_name=one.viewer_name,
            since=one.since,
            until=one.until,
            count=one.count,
            subject_id=one.subject_id,
            target=one.target,
        )
        for one in found
    ]


def _shown(rows: Sequence[LookedAt]) -> list[InspectedLookOut]:
    posts = post_titles({row.post_id for row in rows if row.post_id})
    units = unit_names({row.unit_id for row in rows if row.unit_id})
    areas = names_of({area for row in rows for area in (row.area_code, row.viewer_area) if area})
    return [
        InspectedLookOut(
            key=row.key,
            at=row.at,
            kind=row.kind,
            kind_label=KIND_WORDS[row.kind][0],
            kind_label_en=KIND_WORDS[row.kind][1],
            person_id=row.person_id,
            viewer_name=row.viewer_name,
            post_title=posts.get(row.post_id, "") if row.post_id else "",
            unit_name=units.get(row.unit_id, "") if row.unit_id else "",
            field=row.field,
            target=row.target,
            subject_id=row.subject_id,
            purpose=row.purpose,
            remark=row.remark,
            area_code=row.area_code,
            area_name=areas.get(row.area_code, ""),
            viewer_area=row.viewer_area,
            viewer_area_name=areas.get(row.viewer_area, ""),
            rows=row.rows,
            is_clear=row.is_clear,
            signs=list(row.signs),
        )
        for row in rows
    ]

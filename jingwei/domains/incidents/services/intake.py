"""Taking a report in: validated, located, stored with step, participants, audit and jobs in one statement."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, connection
from psycopg import RawCursor
from psycopg.errors import UniqueViolation

from jingwei.domains.clocks.contracts import write_limit
from jingwei.domains.clocks.queries import deadline_for
from jingwei.domains.incidents.contracts import Action, Channel, Identity, IncidentReported, State
from jingwei.domains.incidents.rules.guarding import ChallengeNeeded, ReportsTooOften
from jingwei.domains.incidents.rules.intake import (
    limit_for,
    require_contact,
    require_time,
    require_words,
    title_of,
)
from jingwei.domains.incidents.rules.lifecycle import Stage
from jingwei.domains.incidents.rules.personal import REPORTER_NAME, REPORTER_PHONE
from jingwei.domains.incidents.rules.receiving import Receiving, receiving_level, receiving_of_tip
from jingwei.domains.incidents.rules.refusals import (
    AboutUnitUnknown,
    IdTaken,
    NobodyReceives,
    PhotoNamesYou,
    PlaceMissing,
)
from jingwei.domains.incidents.services.clock_looking import look_after_report
from jingwei.domains.incidents.services.course import as_named
from jingwei.domains.incidents.services.guarding import Sender, require_fair, speaks_of_danger
from jingwei.domains.incidents.services.holding import NO_SOURCE, Marked, hold, mark_on, source_row
from jingwei.domains.incidents.services.statements import INTAKE_NAMES, INTAKE_NUMBERED, REPLAY
from jingwei.domains.routing.contracts import ItemBrief
from jingwei.domains.routing.queries import item_in_force
from jingwei.foundation.access.contracts import Actor, Permission, Role, UnitBrief
from jingwei.foundation.access.queries import centre_for, post_of_unit, unit_brief
from jingwei.foundation.areas.contracts import Place
from jingwei.foundation.areas.queries import area_by_code, locate
from jingwei.foundation.audit.services import entry_values
from jingwei.foundation.events import services as events
from jingwei.foundation.files import services as files
from jingwei.foundation.files.queries import facts_of
from jingwei.foundation.live.contracts import Kind, News, ToSight
from jingwei.foundation.live.services.telling import notification
from jingwei.foundation.privacy.contracts import SealedValue
from jingwei.foundation.privacy.services import (
    fingerprint_of,
    seal_value,
    tracking_code_of,
    tracking_index,
)
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import AreaCodes, Level, ancestor_codes
from jingwei.kernel.crypto import blind_index
from jingwei.kernel.errors import NotFound
from jingwei.kernel.geo import Position
from jingwei.kernel.ids import uuid7


@dataclass(frozen=True, slots=True)
class NewReport:
    """What somebody reports. ``incident_id`` is made by the client, so that a repeated submission is one report."""

    incident_id: UUID
    words: str
    reported_at: datetime
    title: str = ""
    position: Position | None = None
    area_code: str | None = None
    address: str = ""
    item_code: str = ""
    identity: Identity = Identity.NAMED
    reporter_name: str = ""
    reporter_phone: str = ""
    about_unit_id: UUID | None = None
    is_urgent: bool = False
    file_ids: tuple[UUID, ...] = ()
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the reporter takes home. ``tracking_code`` is shown here and nowhere else."""

    incident_id: UUID
    receipt_no: str
    tracking_code: str
    state: State
    version: int
    centre_name: str
    due_at: datetime | None


CHANNEL_OF_ROLE = {
    Role.PUBLIC: Channel.RESIDENT,
    Role.RESIDENT: Channel.RESIDENT,
    Role.OFFICER: Channel.OFFICER,
    Role.GRID_HEAD: Channel.OFFICER,
    Role.CHIEF_GRID_HEAD: Channel.OFFICER,
}


FROM_THE_PUBLIC = frozenset({Role.PUBLIC, Role.RESIDENT})
"""Whose reports are counted: staff have their own names and their own work to do."""

REGISTERS_FOR_OTHERS = frozenset({Role.PUBLIC, Role.DESK, Role.MACHINE, Role.SYSTEM})
"""A desk registers what somebody else says: the reporter is not the clerk, and follows by tracking code."""


def report_incident(
    actor: Actor, report: NewReport, *, at: datetime, sender: Sender | None = None
) -> Receipt:
    """Take a report in and hand it to the centre that serves the place.

    ``sender`` is where it came from, for reports from the public: they are counted, and held if the source is marked.
    Raises: WordsMissing, PlaceMissing, OutsideCity, AreaUnknown, ItemUnknown, ContactMissing, TimeInFuture,
    BadPhone, ChallengeNeeded, ReportsTooOften, file refusals; IdTaken if the id belongs to another report.
    """
    return _take_in(actor, report, Permission.REPORT_INCIDENT, at=at, is_tip=False, sender=sender)


def report_tip(actor: Actor, report: NewReport, *, at: datetime, sender: Sender | None = None) -> Receipt:
    """Take a confidential tip 线索 in: only the receiving post sees it, whoever else's area it lies in.

    Tips are counted like reports, but where they came from is not kept, and none is ever held.
    """
    report = replace(report, channel=Channel.TIP)
    return _take_in(actor, report, Permission.REPORT_TIP, at=at, is_tip=True, sender=sender)


def _take_in(
    actor: Actor,
    report: NewReport,
    permission: Permission,
    *,
    at: datetime,
    is_tip: bool,
    sender: Sender | None,
) -> Receipt:
    require_words(report.words, len(report.file_ids))
    require_time(report.reported_at, at)
    require_contact(report.identity, report.reporter_phone)
    place = _place(report)
    codes = ancestor_codes(place.area_code)
    if actor.role not in FROM_THE_PUBLIC:
        sender = None
    if sender is not None:
        try:
            require_fair(
                actor, sender, incident_id=report.incident_id, codes=codes, words=report.words, at=at
            )
        except (ChallengeNeeded, ReportsTooOften):
            # Whoever asks again because the answer was lost has handed in nothing new.
            fingerprint = report_fingerprint(_unnamed(actor, report), report, permission)
            if (receipt := _taken_in_before(report.incident_id, fingerprint)) is None:
                raise
            return receipt
    actor = _unnamed(actor, report)
    item = item_in_force(report.item_code, on=local(at).date()) if report.item_code else None
    receiving = receiving_for(actor, report, codes, is_tip=is_tip)
    marked = _mark_on(actor, report, sender, at) if sender is not None and not is_tip else None
    is_danger = marked is not None and speaks_of_danger(report.words)
    floor = receiving.sight_floor
    receiving = replace(receiving, is_held=marked is not None and not is_danger)
    fingerprint = report_fingerprint(actor, report, permission)
    values = intake_values(actor, report, codes, place, item, receiving, fingerprint, permission, at)
    if sender is not None and not is_tip:
        values |= source_row(sender, is_anonymous=report.identity is Identity.ANONYMOUS)
    try:
        with work(actor, permission) as job:
            if report.file_ids:
                files.claim(actor, report.file_ids, at=at, target=report.incident_id)
            receipt_no = _store(values)
            job.recorded_elsewhere()
            if marked is not None:
                hold(
                    job,
                    report.incident_id,
                    marked,
                    centre_area=receiving.centre_area,
                    floor=floor,
                    is_danger=is_danger,
                    reported_at=report.reported_at,
                    at=at,
                )
    except IntegrityError as conflict:
        # In which order PostgreSQL writes the parts of the statement, and so which of them is there twice, is open.
        if not isinstance(conflict.__cause__, UniqueViolation):
            raise
        return _replay(report.incident_id, fingerprint)
    return Receipt(
        incident_id=report.incident_id,
        receipt_no=receipt_no,
        tracking_code=tracking_code_of(fingerprint),
        state=State.REPORTED,
        version=1,
        centre_name=receiving.centre_name,
        due_at=values["due_at"],
    )


def _unnamed(actor: Actor, report: NewReport) -> Actor:
    """Who reports anonymously is nobody from here on: in step, audit, files and what recognises it again."""
    if actor.role is not Role.RESIDENT or report.identity is not Identity.ANONYMOUS:
        return actor
    if report.file_ids and facts_of(actor, report.file_ids):
        raise PhotoNamesYou
    return Actor(role=Role.RESIDENT, name="匿名")


def _mark_on(actor: Actor, report: NewReport, sender: Sender, at: datetime) -> Marked | None:
    phone = _sealed_phone(report)
    return mark_on(actor, sender, phone.index if phone else None, at=at)


def _place(report: NewReport) -> Place:
    if report.position is not None:
        return locate(report.position.lon, report.position.lat)
    if report.area_code and len(report.area_code) >= Level.COUNTY:
        return Place(area_code=area_by_code(report.area_code).code, special_grid_code=None)
    raise PlaceMissing


def receiving_for(actor: Actor, report: NewReport, codes: AreaCodes, *, is_tip: bool) -> Receiving:
    """The centre that answers first for a place, and for a tip the one post."""
    about = _about_unit(report.about_unit_id) if report.about_unit_id else None
    about_area = about.area_code if about else None
    if is_tip:
        level = receiving_of_tip(about_area)
        centre = centre_for(codes.scope, level=level)
        post_id = post_of_unit(centre.unit_id, Role.DESK) if centre else None
        if centre is None or post_id is None:
            centre = centre_for(codes.scope, level=Level.CITY)
            post_id = post_of_unit(centre.unit_id, Role.DESK) if centre else None
        if post_id is None:  # without a post of its own the whole centre would see it
            raise NobodyReceives
    else:
        is_desk = actor.role is Role.DESK
        level = receiving_level(
            codes.scope, desk_area=actor.area_code if is_desk else None, about_area=about_area
        )
        centre, post_id = centre_for(codes.scope, level=level), None
    if centre is None:
        raise PlaceMissing
    return Receiving(
        centre_id=centre.unit_id,
        centre_name=centre.name,
        centre_area=centre.area_code,
        post_id=post_id,
        is_protected=about is not None,
        is_tip=is_tip,
    )


def report_fingerprint(actor: Actor, report: NewReport, permission: Permission) -> bytes:
    """Equal for a repeated submission of the same content, different for anything else.

    Keyed, because phone and person could be guessed from a plain digest; those of an anonymous report are left out.
    """
    is_anonymous = report.identity is Identity.ANONYMOUS
    content = [
        permission.value,
        str(report.incident_id),
        report.words,
        report.title,
        repr(report.position),
        report.area_code or "",
        report.address,
        report.item_code,
        report.identity.value,
        "" if is_anonymous else report.reporter_phone,
        str(report.about_unit_id),
        "" if is_anonymous else str(actor.person_id),
        [str(one) for one in report.file_ids],
    ]
    return fingerprint_of(json.dumps(content, ensure_ascii=False))


def intake_values(
    actor: Actor,
    report: NewReport,
    codes: AreaCodes,
    place: Place,
    item: ItemBrief | None,
    receiving: Receiving,
    fingerprint: bytes,
    permission: Permission,
    at: datetime,
) -> dict[str, Any]:
    """Everything ``INTAKE`` stores of a report, by parameter name; bringing reports in from a file builds on it too."""
    is_urgent = report.is_urgent or (item is not None and item.is_urgent)
    limit = limit_for(Stage.ACCEPT, item, is_urgent=is_urgent)
    assert limit is not None
    due = deadline_for(at, limit)
    phone = _sealed_phone(report)
    is_named = report.reporter_name and report.identity is not Identity.ANONYMOUS
    name = seal_value(REPORTER_NAME, report.reporter_name) if is_named else None
    channel = report.channel or _channel(actor)
    is_own = actor.role not in REGISTERS_FOR_OTHERS and report.identity is not Identity.ANONYMOUS
    event = IncidentReported(
        incident_id=report.incident_id,
        centre_id=receiving.centre_id,
        scope_code=codes.scope,
        is_urgent=is_urgent,
    )
    audited = {"channel": channel.value, "item": report.item_code, "scope": codes.scope}
    target = f"incidents.incident:{report.incident_id}"
    live_channel, live_news = notification(_news(report, codes, receiving))
    jobs = [[name_, json.dumps(events.payload_of(event))] for name_ in events.wiring().get(type(event), ())]
    return {
        "id": report.incident_id,
        "local_day": local(at).strftime("%Y%m%d"),
        "receipt_key": blind_index(settings.INDEX_KEY, "receipt", field="receipt_no"),
        "tracking_index": tracking_index(tracking_code_of(fingerprint)),
        "fingerprint": fingerprint,
        "channel": channel.value,
        "item_code": report.item_code,
        "item_id": item.item_id if item else None,
        "title": title_of(report.title, report.words),
        "words": report.words.strip(),
        "address": report.address.strip(),
        "lon": report.position.lon if report.position else None,
        "lat": report.position.lat if report.position else None,
        "given_lon": report.position.given_lon if report.position else None,
        "given_lat": report.position.given_lat if report.position else None,
        "datum": report.position.datum.value if report.position else "",
        "accuracy_m": report.position.accuracy_m if report.position else None,
        **codes.columns,
        "special_grid_code": place.special_grid_code,
        "is_urgent": is_urgent,
        "identity": report.identity.value,
        "reporter_id": actor.person_id if is_own else None,
        "name_sealed": name.sealed if name else None,
        "phone_sealed": phone.sealed if phone else None,
        "phone_index": phone.index if phone else None,
        "phone_tail": phone.tail_index if phone else None,
        "about_unit_id": report.about_unit_id,
        "receiving_post_id": receiving.post_id,
        "sight_floor": receiving.sight_floor,
        "centre_id": receiving.centre_id,
        "centre_area": receiving.centre_area,
        "reported_at": report.reported_at,
        "at": at,
        "stage_limit": write_limit(limit),
        "due_at": due.due_at,
        "warn_at": due.warn_at,
        "is_due_provisional": due.is_provisional,
        "next_warn_at": look_after_report(
            due.due_at, limit, item_code=report.item_code, is_urgent=is_urgent, at=at
        ),
        "step_id": uuid7(),
        "step_name": "" if report.identity is Identity.ANONYMOUS else as_named(actor).name,
        "step_person_id": actor.person_id if is_own else None,
        "post_id": actor.post_id,
        "unit_id": actor.unit_id,
        "role": actor.role.value,
        "part_id": uuid7(),
        "files": list(report.file_ids),
        "file_rows": [uuid7() for _ in report.file_ids],
        "audit": _audited_as(actor, report, permission, target, codes.scope, audited),
        "jobs": [name_ for name_, _ in jobs],
        "job_args": [args for _, args in jobs],
        "action": Action.REPORT.value,
        "live_channel": live_channel,
        "live_news": live_news,
    }


def _news(report: NewReport, codes: AreaCodes, receiving: Receiving) -> News:
    """The live news of a report: to the area above its floor, and to the centre, or the one post, that receives it."""
    post_id = receiving.post_id
    facts = ToSight(
        scope_code=codes.scope,
        sight_floor=receiving.sight_floor,
        about_unit_id=report.about_unit_id,
        unit_ids=frozenset() if post_id or receiving.is_held else frozenset({receiving.centre_id}),
        post_ids=frozenset({post_id}) if post_id else frozenset(),
    )
    return News(kind=Kind.INCIDENT, audience=facts, subject_id=report.incident_id, version=1)


def _channel(actor: Actor) -> Channel:
    return Channel.API if actor.is_program else CHANNEL_OF_ROLE.get(actor.role, Channel.DESK)


def _about_unit(unit_id: UUID) -> UnitBrief:
    try:
        return unit_brief(unit_id)
    except NotFound:
        raise AboutUnitUnknown from None


def _sealed_phone(report: NewReport) -> SealedValue | None:
    if report.identity is Identity.ANONYMOUS or not report.reporter_phone.strip():
        return None
    return seal_value(REPORTER_PHONE, report.reporter_phone)


def _audited_as(
    actor: Actor, report: NewReport, permission: Permission, target: str, scope: str, change: dict[str, Any]
) -> list[Any]:
    """An anonymous report leaves no name in the audit either: it says that somebody reported."""
    is_unnamed = report.identity is Identity.ANONYMOUS and actor.person_id is None
    return entry_values(actor if is_unnamed else as_named(actor), permission, target, scope, change)


def _store(values: dict[str, Any]) -> str:
    keys = (
        "a_person",
        "a_post",
        "a_for",
        "a_name",
        "a_role",
        "a_permission",
        "a_target",
        "a_area",
        "a_change",
    )
    connection.ensure_connection()
    given = NO_SOURCE | values | dict(zip(keys, values["audit"], strict=True))
    with connection.wrap_database_errors, RawCursor(connection.connection) as cursor:
        cursor.execute(INTAKE_NUMBERED, [given[name] for name in INTAKE_NAMES], prepare=True)
        row = cursor.fetchone()
    assert row is not None
    return str(row[0])


def _replay(incident_id: UUID, fingerprint: bytes) -> Receipt:
    """The receipt of a submission already taken in. Raises: IdTaken where the content differs."""
    receipt = _taken_in_before(incident_id, fingerprint)
    if receipt is None:
        raise IdTaken
    return receipt


def _taken_in_before(incident_id: UUID, fingerprint: bytes) -> Receipt | None:
    """The receipt that was given for exactly this submission."""
    with connection.cursor() as cursor:
        cursor.execute(REPLAY, [incident_id, fingerprint])
        row = cursor.fetchone()
    if row is None:
        return None
    return Receipt(
        incident_id=incident_id,
        receipt_no=row[0],
        tracking_code=tracking_code_of(fingerprint),
        state=State(row[1]),
        version=row[2],
        centre_name=unit_brief(row[4]).name,
        due_at=row[3],
    )

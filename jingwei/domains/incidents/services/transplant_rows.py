"""From a record of somebody else's table to our rows: live reports as intake makes them, history as it was."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from jingwei.domains.incidents.contracts import Action, Channel, Identity, State
from jingwei.domains.incidents.models import Incident, Participant, Step
from jingwei.domains.incidents.rules.intake import title_of
from jingwei.domains.incidents.rules.personal import REPORTER_PHONE
from jingwei.domains.incidents.rules.receiving import Receiving
from jingwei.domains.incidents.rules.transplant import Oddity, Record, Remark
from jingwei.domains.incidents.rules.transplant_place import Outline
from jingwei.domains.incidents.services.intake import (
    NewReport,
    intake_values,
    receiving_for,
    report_fingerprint,
)
from jingwei.domains.routing.contracts import ItemBrief
from jingwei.domains.routing.queries import item_in_force
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.contracts import Place
from jingwei.foundation.areas.queries import area_by_code, locate
from jingwei.foundation.privacy.services import index_of
from jingwei.kernel.clock import local
from jingwei.kernel.codes import AreaCodes, Level, ancestor_codes, lies_within
from jingwei.kernel.errors import DomainError
from jingwei.kernel.geo import Datum, Position, position
from jingwei.kernel.ids import uuid7

ARCHIVE_ID = UUID(int=0)
"""In charge of history that its source left open: no centre, so that it waits in nobody's inbox."""
NAME_LENGTH = 80
STEPS_TO_HEART = (0.01, 0.03, 0.1, 0.3, 1.0)


@dataclass
class Made:
    """What becomes of a record: its rows, and what else was odd."""

    record: Record
    incident: Incident
    steps: list[Step]
    parts: list[Participant]
    remarks: list[Remark]


@dataclass
class RowMaker:
    """Makes rows for one run. ``area_code`` is where everything without a place of its own is put."""

    actor: Actor
    batch_id: UUID
    area_code: str
    at: datetime
    datum: Datum
    outline: Outline | None
    _items: dict[str, ItemBrief | None] = field(default_factory=dict)
    _receiving: dict[str, Receiving] = field(default_factory=dict)
    _areas: dict[str, bool] = field(default_factory=dict)

    def live(self, record: Record, *, incident_id: UUID | None = None) -> Made:
        """A report like any other: the accept clock starts now, whenever the message was written.

        Whoever brings the file is not the reporter, with or without an account.
        """
        remarks = list(record.remarks)
        given = dict(record.given)
        item = self._item(record, remarks)
        spot, place = self._place(record, remarks, given)
        codes = ancestor_codes(place.area_code)
        phone = self._phone(record, remarks)
        report = NewReport(
            incident_id=incident_id or uuid7(),
            words=record.words,
            title=record.title,
            reported_at=record.reported_at or self.at,
            position=spot,
            area_code=place.area_code,
            address=record.address,
            item_code=item.item_code if item else "",
            identity=Identity.NAMED if record.reporter_name or phone else Identity.ANONYMOUS,
            reporter_name=record.reporter_name,
            reporter_phone=phone,
            channel=Channel.IMPORT,
        )
        permission = Permission.REPORT_INCIDENT
        values = intake_values(
            self.actor,
            report,
            codes,
            place,
            item,
            self._receiver(codes),
            report_fingerprint(self.actor, report, permission),
            permission,
            self.at,
        )
        incident = Incident(
            **{name: values[name] for name in SAME_NAMES},
            **{ours: values[theirs] for ours, theirs in OTHER_NAMES.items()},
            state=int(State.REPORTED),
            position=_point(spot.lon, spot.lat) if spot else None,
            external_source=record.source,
            external_id=record.external_id,
            duplicate_of_external=record.duplicate_of,
        )
        facts = self._facts(record, remarks, given)
        step = self._step(incident, 1, Action.REPORT, None, State.REPORTED, at=self.at, facts=facts)
        part = Participant(
            id=uuid7(),
            incident_id=incident.pk,
            unit_id=incident.centre_id,
            part="receiver",
            since_at=self.at,
            reported_at=incident.reported_at,
        )
        return Made(record, incident, [step], [part], remarks)

    def history(self, record: Record) -> Made:
        """What happened elsewhere: its own times kept, no clock, nobody's task."""
        assert record.reported_at is not None  # a record without is refused
        remarks = list(record.remarks)
        item = self._item(record, remarks)
        spot, place = self._transplanted(record, remarks)
        codes = ancestor_codes(place.area_code)
        is_closed = record.state is State.CLOSED
        receiver = self._receiver(codes) if is_closed else None
        mark = hashlib.sha256(f"{record.source}\x1f{record.external_id}\x1f{record.words}".encode()).digest()
        incident = Incident(
            id=uuid7(),
            tracking_index=hashlib.sha256(b"no code was given out\x1f" + mark).digest(),
            fingerprint=mark,
            channel=Channel.IMPORT.value,
            state=int(record.state),
            item_code=item.item_code if item else "",
            item_id=item.item_id if item else None,
            title=title_of(record.title, record.words),
            words=record.words,
            position=_point(*spot) if spot else None,
            **codes.columns,
            special_grid_code=place.special_grid_code,
            identity=Identity.ANONYMOUS.value,
            centre_id=receiver.centre_id if receiver else ARCHIVE_ID,
            centre_area=receiver.centre_area if receiver else self.area_code,
            reported_at=record.reported_at,
            received_at=self.at,
            stage_started_at=record.reported_at,
            closed_at=record.closed_at,
            is_history=True,
            external_source=record.source,
            external_id=record.external_id,
            external_due_at=record.due_at,
            duplicate_of_external=record.duplicate_of,
        )
        steps = self._course(incident, record, remarks)
        incident.version = len(steps)
        return Made(record, incident, steps, [], remarks)

    def _course(self, incident: Incident, record: Record, remarks: list[Remark]) -> list[Step]:
        """Reported and closed elsewhere, in that order and at those times; then brought in, now."""
        said_elsewhere = {"external": True}
        told_by = record.source[:NAME_LENGTH]
        assert record.reported_at is not None
        steps = [
            self._step(
                incident,
                1,
                Action.REPORT,
                None,
                State.REPORTED,
                at=record.reported_at,
                facts=said_elsewhere,
                name=told_by,
            )
        ]
        if record.closed_at is not None:
            closed_by = record.closed_by[:NAME_LENGTH] or told_by
            closing = self._step(
                incident,
                2,
                Action.CLOSE,
                State.REPORTED,
                State.CLOSED,
                at=record.closed_at,
                facts=said_elsewhere,
                name=closed_by,
            )
            closing.remark, closing.due_at = record.resolution, record.due_at
            steps.append(closing)
        given = dict(record.given)
        if record.closed_at is None and record.resolution:
            given["resolution"] = record.resolution
        facts = self._facts(record, remarks, given)
        state = record.state
        number = len(steps) + 1
        steps.append(self._step(incident, number, Action.TRANSPLANT, state, state, at=self.at, facts=facts))
        return steps

    def _step(
        self,
        incident: Incident,
        version: int,
        action: Action,
        before: State | None,
        after: State,
        *,
        at: datetime,
        facts: dict[str, Any],
        name: str = "",
    ) -> Step:
        return Step(
            id=uuid7(),
            incident_id=incident.pk,
            version=version,
            action=action.value,
            from_state=int(before) if before is not None else None,
            to_state=int(after),
            centre_area=incident.centre_area,
            person_id=None if name else self.actor.person_id,
            post_id=None if name else self.actor.post_id,
            unit_id=None if name else self.actor.unit_id,
            actor_name=name or self.actor.name,
            role=self.actor.role.value,
            at=at,
            facts=facts,
        )

    def _facts(self, record: Record, remarks: list[Remark], given: dict[str, str]) -> dict[str, Any]:
        facts: dict[str, Any] = {
            "batch": str(self.batch_id),
            "source": record.source,
            "external_id": record.external_id,
            "row": record.number,
        }
        if given:
            facts["given"] = given
        if remarks:
            facts["odd"] = [f"{one.field}:{one.oddity.value}" for one in remarks]
        return facts

    def _item(self, record: Record, remarks: list[Remark]) -> ItemBrief | None:
        code = record.item_code
        if code and code not in self._items:
            try:
                self._items[code] = item_in_force(code, on=local(self.at).date())
            except DomainError:
                self._items[code] = None
        item = self._items[code] if code else None
        if code and item is None:
            remarks.append(Remark("item", Oddity.ITEM_UNKNOWN))
        return item

    def _phone(self, record: Record, remarks: list[Remark]) -> str:
        if not record.reporter_phone:
            return ""
        try:
            index_of(REPORTER_PHONE, record.reporter_phone)
        except DomainError:
            remarks.append(Remark("reporter_phone", Oddity.PHONE_UNREADABLE))
            return ""
        return record.reporter_phone

    def _place(
        self, record: Record, remarks: list[Remark], given: dict[str, str]
    ) -> tuple[Position | None, Place]:
        if record.spot is not None:
            try:
                spot = position(*record.spot, datum=self.datum)
                place = locate(spot.lon, spot.lat)
                if lies_within(place.area_code, self.area_code):
                    return spot, place
            except DomainError:
                pass  # said below, as for a place in somebody else's area
            remarks.append(Remark("lon", Oddity.POSITION_OUTSIDE))
            given |= {"lon": str(record.spot[0]), "lat": str(record.spot[1])}
        area_code = record.area_code or self.area_code
        if not self._is_area(area_code):
            remarks.append(Remark("area_code", Oddity.AREA_UNKNOWN))
            given["area_code"] = record.area_code[:NAME_LENGTH]
            area_code = self.area_code
        return None, Place(area_code=area_code, special_grid_code=None)

    def _is_area(self, code: str) -> bool:
        if code not in self._areas:
            try:
                is_deep = len(code) >= Level.COUNTY and lies_within(code, self.area_code)
                self._areas[code] = is_deep and area_by_code(code).code == code
            except DomainError:
                self._areas[code] = False
        return self._areas[code]

    def _transplanted(
        self, record: Record, remarks: list[Remark]
    ) -> tuple[tuple[float, float] | None, Place]:
        """The spot in our area, surely inside it and in whatever is drawn there."""
        whole = Place(area_code=self.area_code, special_grid_code=None)
        if record.share is None:
            return None, whole
        for spot in self._spots(record.share):
            try:
                place = locate(*spot)
            except DomainError:
                continue
            if lies_within(place.area_code, self.area_code):
                return spot, place
        remarks.append(Remark("lon", Oddity.POSITION_OUTSIDE))
        return None, whole

    def _spots(self, share: tuple[float, float]) -> Iterator[tuple[float, float]]:
        """The spot, then others nearer to the heart, for the rare one that a border's digits put outside."""
        if self.outline is None:
            return
        first = self.outline.spot(*share)
        for step in (0.0, *STEPS_TO_HEART):
            spot = self.outline.nearer_heart(first, step) if step else first
            if self.outline.holds(*spot):
                yield spot

    def _receiver(self, codes: AreaCodes) -> Receiving:
        if codes.scope not in self._receiving:
            nowhere = NewReport(incident_id=ARCHIVE_ID, words="", reported_at=self.at)
            self._receiving[codes.scope] = receiving_for(self.actor, nowhere, codes, is_tip=False)
        return self._receiving[codes.scope]


def _point(lon: float, lat: float) -> str:
    return f"SRID=4326;POINT({lon} {lat})"


SAME_NAMES = (
    "id",
    "tracking_index",
    "fingerprint",
    "channel",
    "item_code",
    "item_id",
    "title",
    "words",
    "address",
    "given_lon",
    "given_lat",
    "datum",
    "accuracy_m",
    "city_code",
    "county_code",
    "township_code",
    "community_code",
    "grid_code",
    "scope_code",
    "special_grid_code",
    "is_urgent",
    "identity",
    "about_unit_id",
    "receiving_post_id",
    "sight_floor",
    "centre_id",
    "centre_area",
    "reported_at",
    "stage_limit",
    "due_at",
    "warn_at",
    "is_due_provisional",
    "next_warn_at",
)
"""Columns that the values of intake name as the table does."""
OTHER_NAMES = {
    "reporter_name_sealed": "name_sealed",
    "reporter_phone_sealed": "phone_sealed",
    "reporter_phone_index": "phone_index",
    "reporter_phone_tail": "phone_tail",
    "received_at": "at",
    "stage_started_at": "at",
}
"""Columns, and what intake calls their values."""

"""For each kind that goes: how one comes to be whose period begins at a moment (within three hours of it)."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import connection

from jingwei.config.logfiles import KEEP_DAYS as LOG_DAYS
from jingwei.domains.concerns.rules.concerns import WORDS_KEPT
from jingwei.domains.concerns.tests.noting import noted, topics
from jingwei.domains.doorvisits.models import DoorVisit, Landed
from jingwei.domains.doorvisits.services.keeping import VISITS_KEPT
from jingwei.domains.freshness.models import Collection
from jingwei.domains.freshness.services.keeping import KEPT as COLLECTIONS_KEPT
from jingwei.domains.hotline.models import Call
from jingwei.domains.incidents.models import Attachment, Source
from jingwei.domains.incidents.rules.holding import SOURCES_KEPT
from jingwei.domains.incidents.rules.keeping import PICTURES_KEPT, REPORTER_KEPT, VOICE_KEPT
from jingwei.domains.incidents.services.watching import watch_incident
from jingwei.domains.incidents.tests.walking import Walk, reported
from jingwei.domains.joint.services import withdraw_mediation
from jingwei.domains.joint.tests.disputes import registered
from jingwei.domains.ledger.contracts import ResourceState
from jingwei.domains.ledger.services.resources import set_resource_state
from jingwei.domains.ledger.tests.things import resource
from jingwei.domains.organisations.contracts import OrganisationStatus
from jingwei.domains.organisations.rules.forms import ENDED_KEPT_DAYS as ORGANISATION_KEPT_DAYS
from jingwei.domains.organisations.services.life import set_status
from jingwei.domains.organisations.tests.things import organisation
from jingwei.domains.residents.contracts import EndWhy
from jingwei.domains.residents.models import Request as Asked
from jingwei.domains.residents.rules.form import ENDED_KEPT_DAYS
from jingwei.domains.residents.services.asking import Decision, decide_request
from jingwei.domains.residents.services.keeping import REQUESTS_KEPT
from jingwei.domains.residents.services.moving import end_resident
from jingwei.domains.residents.tests.people import resident as somebody
from jingwei.domains.workforce.services.members import leave_place
from jingwei.domains.workforce.tests.working import member, service_of
from jingwei.foundation.access.models import Token
from jingwei.foundation.administration.models import PasswordRequest, PhoneCode
from jingwei.foundation.administration.rules.people import REQUEST_KEPT
from jingwei.foundation.administration.rules.phones import CODES_KEPT
from jingwei.foundation.administration.services.account import KEPT_AFTER_END
from jingwei.foundation.events.services import JOBS_KEPT
from jingwei.foundation.files.models import File, PieceUpload
from jingwei.foundation.files.rules.uploads import KEEP_UPLOADS
from jingwei.foundation.files.services.claims import KEEP_UNCLAIMED
from jingwei.foundation.files.services.storage import content_path, write_durably
from jingwei.foundation.imports.models import Batch, Export
from jingwei.foundation.limits.models import Bucket
from jingwei.foundation.live.rules import PRESENT_FOR
from jingwei.foundation.notices.models import Notice, Outgoing
from jingwei.foundation.notices.rules import MESSAGE_KEEP_DAYS, NOTICE_KEEP_DAYS
from jingwei.foundation.retention.models import Run
from jingwei.foundation.retention.rules import RUNS_KEPT
from jingwei.foundation.scoping import eyes
from jingwei.foundation.territory.models import GeometryImport
from jingwei.foundation.territory.queries.drafts import open_draft_on
from jingwei.foundation.territory.services.drafts import open_draft
from jingwei.kernel.clock import local
from jingwei.kernel.codes import ancestor_codes
from tests.cast import CAST, COMMUNITY, GRID_1, MONDAY_10, TOWNSHIP, centre

SOON = timedelta(hours=1)


def closed(at: datetime) -> Walk:
    return reported(at=at, reported_at=at).accepted().dispatched().taken().handled().passed().closed()


def attached(kind: str) -> Callable[[datetime], None]:
    def plant(at: datetime) -> None:
        walk = closed(at)
        file = stored_file(kind, at, claimed=True)
        with eyes(CAST.machine):
            Attachment(incident_id=walk.case, file_id=file.id, kind="report", version=1, added_at=at).save(
                force_insert=True
            )

    return plant


def stored_file(kind: str, at: datetime, *, claimed: bool) -> File:
    file = File(
        kind=kind,
        media_type="audio/mp4" if kind == "voice" else "image/jpeg",
        sha256="0" * 64,
        size_bytes=4,
        uploader_person_id=None,
        uploaded_at=at,
        claimed_at=at if claimed else None,
    )
    with eyes(CAST.machine):
        file.save(force_insert=True)
    place = content_path(file.id, file.sha256)
    write_durably(place, b"here")
    os.utime(place.parent, (at.timestamp(), at.timestamp()))
    return file


def rows(*made: Any) -> None:
    with eyes(CAST.machine):
        for one in made:
            one.save(force_insert=True)


def contacts(at: datetime) -> None:
    closed(at)


def unclaimed(at: datetime) -> None:
    stored_file("photo", at, claimed=False)


def left(at: datetime) -> None:
    case = reported(at=MONDAY_10).case
    with eyes(CAST.wu):
        watch_incident(CAST.wu, case, is_typing=False, at=at)


def job(at: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_jobs (queue_name, task_name, priority, args, status) "
            "values ('default', 'test.done', 0, '{\"body_zh\": \"x\"}', 'todo') returning id"
        )
        number = cursor.fetchone()[0]
        cursor.execute("update procrastinate_jobs set status = 'doing' where id = %s", [number])
        cursor.execute("update procrastinate_jobs set status = 'succeeded' where id = %s", [number])
        cursor.execute("update procrastinate_events set at = %s where job_id = %s", [at, number])


def log_file(at: datetime) -> None:
    folder = Path(settings.LOG_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"web-{at.date().isoformat()}.jsonl").write_text("{}\n")


def session(at: datetime) -> None:
    person = CAST.wu.person_id
    rows(Token(digest=uuid4().bytes, kind="session", person_id=person, created_at=at, expires_at=at))


def export(at: datetime) -> None:
    rows(
        Export(
            source_key="incidents",
            state="ready",
            language="zh",
            purpose="核对",
            role="desk",
            actor_name="吴芳",
            person_id=CAST.wu.person_id,
            asked_at=at,
            expires_at=at,
        )
    )


def sheet(at: datetime) -> None:
    rows(
        Batch(
            sheet_key="routing.items",
            state="finished",
            file_name="x",
            file_suffix=".csv",
            size_bytes=1,
            role="administrator",
            actor_name="丁宁",
            created_at=at,
            expires_at=at,
            is_file_kept=True,
            mapping_source="guessed",
        )
    )


def geometry_file(at: datetime) -> None:
    with eyes(CAST.machine):
        standing = open_draft_on(TOWNSHIP)
    draft = standing or open_draft(CAST.ding, area_code=TOWNSHIP, title="留存", at=at)
    rows(
        GeometryImport(
            draft_id=draft.pk,
            state="checked",
            file_name="x",
            size_bytes=1,
            format="geojson",
            system="wgs84",
            certainty="assumed",
            by_name="丁宁",
            created_at=at,
            expires_at=at,
        )
    )


def call(at: datetime) -> None:
    rows(
        Call(
            call_key=uuid4().hex,
            direction="in",
            state="ended",
            unit_id=centre(COMMUNITY),
            number_sealed=b"x",
            number_index=b"x",
            number_tail=b"x",
            rang_at=at,
            told_at=at,
            recording="r",
            city_code="4309",
        )
    )


def retired_resource(at: datetime) -> None:
    row = resource(at=at)
    set_resource_state(CAST.wu, row.pk, ResourceState.RETIRED, reason="撤销", version=1, at=at)


def left_member(at: datetime) -> None:
    row = member(from_on=local(at).date(), at=at)
    leave_place(CAST.wu, row.pk, service_of(row), on=local(at).date(), reason="退休", version=1, at=at)


def ended_dispute(at: datetime) -> None:
    row = registered(at=at)
    withdraw_mediation(CAST.wu, row.pk, reason="双方自行和解", at=at)


def door_visit(at: datetime) -> None:
    row = DoorVisit(
        id=uuid4(), house_id=uuid4(), form_version=1, visited_at=at, officer_name=CAST.lin.name,
        **ancestor_codes(COMMUNITY).columns,
    )  # fmt: skip
    with eyes(CAST.machine):
        row.save(force_insert=True)
        Landed(visit=row, kind="dwellings.house", record_id=uuid4(), change_id=uuid4(), deed="changed").save(
            force_insert=True
        )


def note(at: datetime) -> None:
    topics()
    noted(at=at, words="广场舞声音大", address="东门广场")


def message(at: datetime) -> None:
    rows(
        Outgoing(
            channel="sms",
            audience="resident",
            once=uuid4().hex,
            target="x:1",
            address_field={},
            address_sealed=b"x",
            text_sealed=b"x",
            state="sent",
            created_at=at,
            due_at=at,
            ended_at=at,
        )
    )


def notice(at: datetime) -> None:
    rows(
        Notice(
            post_id=CAST.wu.post_id,
            kind="x",
            fold=uuid4().hex,
            title_zh="x",
            title_en="x",
            first_at=at,
            at=at,
        )
    )


def days(number: int) -> timedelta:
    return timedelta(days=number)


def ended_resident(at: datetime) -> None:
    row = somebody("王小明", 1, at=at)
    end_resident(CAST.lin, row.pk, EndWhy.LEFT, on=local(at).date(), version=1, remark="", at=at)


def closed_collection(at: datetime) -> None:
    with eyes(CAST.machine):
        Collection(
            place="s:到期路1号",
            address="到期路1号",
            sort="到期路0001号",
            given_at=at,
            updated_at=at,
            closed_at=at,
            **ancestor_codes(GRID_1).columns,
        ).save(force_insert=True)


def ended_organisation(at: datetime) -> None:
    row = organisation("到期便利店", at=at)
    status, on = OrganisationStatus.STRUCK_OFF, local(at).date()
    set_status(CAST.lin, row.pk, status, on=on, reason="已注销", version=1, at=at)


def decided_request(at: datetime) -> None:
    row = somebody("李小明", None, at=at)
    with eyes(CAST.machine):
        asked = Asked(
            kind="correction",
            resident_id=row.pk,
            words="电话不对",
            asked_at=at,
            asker_name="本人",
            **ancestor_codes(row.scope_code).columns,
        )
        asked.save(force_insert=True)
    decide_request(CAST.lin, asked.pk, Decision(is_accepted=True), at=at)


PLANTED: dict[str, tuple[timedelta, Callable[[datetime], None]]] = {
    "reporters": (REPORTER_KEPT, contacts),
    "voices": (VOICE_KEPT, attached("voice")),
    "pictures": (PICTURES_KEPT, attached("photo")),
    "unclaimed_files": (KEEP_UNCLAIMED, unclaimed),
    "uploads": (
        KEEP_UPLOADS,
        lambda at: rows(
            PieceUpload(
                secret_digest=uuid4().bytes, length_bytes=1, claims_picture=True, sender=b"x", created_at=at
            )
        ),
    ),
    "caller_numbers": (days(180), call),
    "resource_contacts": (days(365), retired_resource),
    "party_phones": (days(365), ended_dispute),
    "member_phones": (days(365), left_member),
    "concern_words": (WORDS_KEPT, note),
    "door_visits": (VISITS_KEPT, door_visit),
    "closed_collections": (COLLECTIONS_KEPT, closed_collection),
    "ended_residents": (timedelta(days=ENDED_KEPT_DAYS), ended_resident),
    "ended_organisations": (timedelta(days=ORGANISATION_KEPT_DAYS), ended_organisation),
    "resident_requests": (REQUESTS_KEPT, decided_request),
    "sessions": (KEPT_AFTER_END, session),
    "phone_codes": (
        CODES_KEPT,
        lambda at: rows(
            PhoneCode(phone_index=b"x", address_index=b"x", code_digest=b"x", sent_at=at, expires_at=at)
        ),
    ),
    "password_requests": (
        REQUEST_KEPT,
        lambda at: rows(
            PasswordRequest(
                name_index=uuid4().bytes, asked_at=at, ended_at=at, outcome="lapsed", person_id=uuid4()
            )
        ),
    ),
    "limits": (timedelta(0), lambda at: rows(Bucket(key=uuid4().bytes, name="x", full_at=at))),
    "sources": (
        SOURCES_KEPT,
        lambda at: rows(Source(incident_id=reported(at=at, reported_at=at).case, device=b"x", at=at)),
    ),
    "sheets": (timedelta(0), sheet),
    "geometry_files": (timedelta(0), geometry_file),
    "exports": (timedelta(0), export),
    "notices": (days(NOTICE_KEEP_DAYS), notice),
    "messages": (days(MESSAGE_KEEP_DAYS), message),
    "presence": (PRESENT_FOR, left),
    "jobs": (JOBS_KEPT, job),
    "logs": (days(LOG_DAYS + 1), log_file),
    "runs": (
        RUNS_KEPT + days(1),
        lambda at: rows(Run(kind=uuid4().hex, day=local(at).date(), first_at=at, last_at=at)),
    ),
}
"""The period, and how to plant one. Things told by the day begin a day later."""

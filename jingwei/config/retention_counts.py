"""What is still there past its period, counted straight from the tables; and jobs made of several of an app's."""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.models import Exists, OuterRef, Q

from jingwei.config.logfiles import KEEP_DAYS as LOG_DAYS
from jingwei.config.logfiles import drop_logs, log_files, pack_logs
from jingwei.domains.concerns.models import Concern
from jingwei.domains.concerns.rules.concerns import WORDS_KEPT
from jingwei.domains.doorvisits.models import DoorVisit
from jingwei.domains.doorvisits.services.keeping import VISITS_KEPT
from jingwei.domains.freshness.models import Collection
from jingwei.domains.freshness.services.keeping import KEPT as COLLECTIONS_KEPT
from jingwei.domains.hotline.models import Call, CallBack
from jingwei.domains.hotline.rules.personal import CALL_BACK_NUMBER, CALLER_NUMBER
from jingwei.domains.incidents.models import Attachment, Incident, Mark, Preservation, Source
from jingwei.domains.incidents.rules.holding import MARKS_KEPT, SOURCES_KEPT
from jingwei.domains.incidents.rules.keeping import PICTURES_KEPT, REPORTER_KEPT, VOICE_KEPT
from jingwei.domains.joint.queries.mediations import numbers_kept
from jingwei.domains.joint.rules.personal import PARTY_PHONE
from jingwei.domains.ledger.queries.resources import contacts_kept
from jingwei.domains.ledger.rules.personal import CONTACT_PHONE
from jingwei.domains.organisations.models import Organisation
from jingwei.domains.organisations.rules.forms import ENDED_KEPT_DAYS as ORGANISATION_KEPT_DAYS
from jingwei.domains.residents.models import Request as Asked
from jingwei.domains.residents.models import Resident
from jingwei.domains.residents.rules.form import ENDED_KEPT_DAYS
from jingwei.domains.residents.services.keeping import REQUESTS_KEPT
from jingwei.domains.workforce.queries.members import phones_kept
from jingwei.domains.workforce.rules.personal import MEMBER_PHONE
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.access.models import Token
from jingwei.foundation.administration.models import PasswordRequest, PhoneCode
from jingwei.foundation.administration.rules.people import REQUEST_KEPT
from jingwei.foundation.administration.rules.phones import CODES_KEPT
from jingwei.foundation.administration.services.account import KEPT_AFTER_END
from jingwei.foundation.events.services import JOBS_KEPT
from jingwei.foundation.files.contracts import FileKind
from jingwei.foundation.files.models import File, PieceUpload
from jingwei.foundation.files.rules.uploads import KEEP_UPLOADS
from jingwei.foundation.files.services.claims import KEEP_UNCLAIMED
from jingwei.foundation.imports.models import Batch, Export
from jingwei.foundation.imports.services.export_keeping import drop_expired_exports
from jingwei.foundation.limits.models import Bucket, Spent
from jingwei.foundation.limits.services import forget_full, forget_spent
from jingwei.foundation.live.models import Presence
from jingwei.foundation.live.rules import PRESENT_FOR
from jingwei.foundation.live.services.presence import forget_gone
from jingwei.foundation.notices.models import Notice, Outgoing
from jingwei.foundation.notices.rules import MESSAGE_KEEP_DAYS, NOTICE_KEEP_DAYS
from jingwei.foundation.notices.services.inbox import drop_old_notices
from jingwei.foundation.notices.services.messages import END_STATES, SENDER
from jingwei.foundation.scoping import eyes
from jingwei.foundation.territory.models import GeometryImport
from jingwei.kernel.clock import local

TIDIER = system_actor("在场登记")
JOBS_DONE = """
select count(*) from procrastinate_jobs job
 where status not in ('todo', 'doing')
   and (select max(at) from procrastinate_events e where e.job_id = job.id) < %s
"""


def _closed(period: timedelta, *, at: datetime) -> Q:
    preserved = Preservation.objects.filter(incident_id=OuterRef("pk"), ended_at=None, until_at__gt=at)
    return Q(closed_at__lt=at - period) & ~Exists(preserved)


def reporters(*, at: datetime) -> int:
    rows = Incident.objects.unscoped("counting what is past its period").filter(_closed(REPORTER_KEPT, at=at))
    kept = Q(reporter_phone_sealed__isnull=False) | Q(reporter_name_sealed__isnull=False)
    return rows.filter(kept | Q(reporter_phone_index__isnull=False)).count()


def voices(*, at: datetime) -> int:
    return _files([FileKind.VOICE], VOICE_KEPT, at=at)


def pictures(*, at: datetime) -> int:
    return _files([FileKind.PHOTO, FileKind.VIDEO], PICTURES_KEPT, at=at)


def _files(kinds: list[FileKind], period: timedelta, *, at: datetime) -> int:
    due = Incident.objects.unscoped("counting what is past its period").filter(
        _closed(period, at=at), pk=OuterRef("incident_id")
    )
    attached = Attachment.objects.filter(Exists(due), file_id=OuterRef("pk"))
    return File.objects.filter(
        Exists(attached), kind__in=[kind.value for kind in kinds], removed_at=None
    ).count()


def unclaimed_files(*, at: datetime) -> int:
    return File.objects.filter(claimed_at=None, uploaded_at__lt=at - KEEP_UNCLAIMED).count()


def uploads(*, at: datetime) -> int:
    return PieceUpload.objects.filter(created_at__lt=at - KEEP_UPLOADS).count()


def caller_numbers(*, at: datetime) -> int:
    rang = at - timedelta(days=CALLER_NUMBER.retention_days)
    done = at - timedelta(days=CALL_BACK_NUMBER.retention_days)
    calls = Call.objects.unscoped("counting what is past its period").filter(
        number_sealed__isnull=False, rang_at__lt=rang
    )
    promises = CallBack.objects.unscoped("counting what is past its period").filter(
        number_sealed__isnull=False, done_at__lt=done
    )
    return int(calls.count() + promises.count())


def resource_contacts(*, at: datetime) -> int:
    return int(contacts_kept(before=at - timedelta(days=CONTACT_PHONE.retention_days))["count"])


def member_phones(*, at: datetime) -> int:
    before = local(at).date() - timedelta(days=MEMBER_PHONE.retention_days)
    return int(phones_kept(before=before)["count"])


def party_phones(*, at: datetime) -> int:
    return int(numbers_kept(before=at - timedelta(days=PARTY_PHONE.retention_days))["count"])


def door_visits(*, at: datetime) -> int:
    rows = DoorVisit.objects.unscoped("counting what is past its period")
    return rows.filter(visited_at__lt=at - VISITS_KEPT).count()


def concern_words(*, at: datetime) -> int:
    rows = Concern.objects.unscoped("counting what is past its period").filter(
        last_heard_at__lt=at - WORDS_KEPT
    )
    return rows.exclude(words="", address="", withdrawn_reason="").count()


def closed_collections(*, at: datetime) -> int:
    rows = Collection.objects.unscoped("counting what is past its period")
    return rows.filter(closed_at__lt=at - COLLECTIONS_KEPT).count()


def ended_residents(*, at: datetime) -> int:
    rows = Resident.objects.unscoped("counting what is past its period")
    return rows.filter(ended_at__lt=at - timedelta(days=ENDED_KEPT_DAYS)).count()


def ended_organisations(*, at: datetime) -> int:
    rows = Organisation.objects.unscoped("counting what is past its period")
    return rows.filter(ended_at__lt=at - timedelta(days=ORGANISATION_KEPT_DAYS)).count()


def resident_requests(*, at: datetime) -> int:
    rows = Asked.objects.unscoped("counting what is past its period")
    return rows.filter(decided_at__isnull=False, decided_at__lt=at - REQUESTS_KEPT).count()


def sessions(*, at: datetime) -> int:
    return Token.objects.filter(expires_at__lt=at - KEPT_AFTER_END).count()


def phone_codes(*, at: datetime) -> int:
    return PhoneCode.objects.filter(sent_at__lt=at - CODES_KEPT).count()


def password_requests(*, at: datetime) -> int:
    return PasswordRequest.objects.filter(ended_at__lt=at - REQUEST_KEPT).count()


def limits(*, at: datetime) -> int:
    return Bucket.objects.filter(full_at__lte=at).count() + Spent.objects.filter(until_at__lte=at).count()


def forget_limits(*, at: datetime) -> int:
    """Counts against abuse that say nothing any more."""
    return forget_full(at=at) + forget_spent(at=at)


def sources(*, at: datetime) -> int:
    old = Source.objects.filter(at__lt=at - SOURCES_KEPT).count()
    return old + Mark.objects.filter(expires_at__lt=at - MARKS_KEPT).count()


def sheets(*, at: datetime) -> int:
    return Batch.objects.filter(is_file_kept=True, expires_at__lte=at).count()


def geometry_files(*, at: datetime) -> int:
    return GeometryImport.objects.filter(is_file_kept=True, expires_at__lte=at).count()


def exports(*, at: datetime) -> int:
    return Export.objects.filter(state__in=["waiting", "ready"], expires_at__lte=at).count()


def end_exports(*, at: datetime) -> int:
    """Files past their hours, and requests nobody answered. Returns how many ended."""
    with eyes(TIDIER):
        ending = exports(at=at)
    drop_expired_exports(at=at)
    return ending


def notices(*, at: datetime) -> int:
    return Notice.objects.filter(at__lt=at - timedelta(days=NOTICE_KEEP_DAYS)).count()


def forget_notices(*, at: datetime) -> int:
    """Notices half a year old."""
    return drop_old_notices(SENDER, at=at)


def messages(*, at: datetime) -> int:
    old = Outgoing.objects.filter(ended_at__lt=at - timedelta(days=MESSAGE_KEEP_DAYS), state__in=END_STATES)
    return old.filter(Q(text_sealed__isnull=False) | Q(address_sealed__isnull=False)).count()


def presence(*, at: datetime) -> int:
    return Presence.objects.filter(seen_at__lt=at - PRESENT_FOR).count()


def forget_presence(*, at: datetime) -> int:
    """Who left without a word."""
    with eyes(TIDIER):
        return forget_gone(at=at)


def jobs(*, at: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute(JOBS_DONE, [at - JOBS_KEPT])
        return int(cursor.fetchone()[0])


def logs(*, at: datetime) -> int:
    return sum(1 for _, day in log_files(_log_folder()) if (at.date() - day).days > LOG_DAYS)


def tidy_logs(*, at: datetime) -> int:
    """Compress what nobody writes any more; delete only what is older than half a year."""
    pack_logs(_log_folder(), today=at.date())
    return drop_logs(_log_folder(), today=at.date())


def _log_folder() -> Path:
    return Path(settings.LOG_FOLDER)

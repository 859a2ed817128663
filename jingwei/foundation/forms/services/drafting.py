"""Versions of a form: drafted, checked, published for a day. Whoever changes one has the whole city in their care."""

from collections.abc import Sequence
from datetime import date, datetime

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.contracts import Field, RecordKind, ValueFault
from jingwei.foundation.forms.models import FormVersion
from jingwei.foundation.forms.queries.registry import kind_of
from jingwei.foundation.forms.queries.standing import STANDING, form_of
from jingwei.foundation.forms.queries.versions import draft_of, faults_of_draft
from jingwei.foundation.forms.rules.definitions import written
from jingwei.foundation.forms.rules.refusals import DraftExists, DraftMissing, FormRefused, StartRefused
from jingwei.foundation.work import Work, work
from jingwei.kernel.clock import local
from jingwei.kernel.errors import StaleVersion
from jingwei.kernel.redlines import refuse_red_lines


def start_draft(actor: Actor, kind: str, *, at: datetime) -> FormVersion:
    """A draft like the form in force. Raises: KindUnknown, DraftExists, NotFound."""
    told = kind_of(kind)
    with work(actor, Permission.MANAGE_FORMS) as job:
        _record(job, kind, drafted=True)
        present = draft_of(kind)
        if present is not None:
            raise DraftExists(title=told.title_zh, by=present.changed_by)
        form = form_of(kind, on=local(at).date())
        latest = FormVersion.objects.filter(kind=kind).order_by("-version").first()
        draft = FormVersion(
            kind=kind,
            version=latest.version + 1 if latest else 1,
            title_zh=form.title_zh,
            title_en=form.title_en,
            fields=[written(one) for one in form.fields],
            period_days=form.period_days,
            changed_at=at,
            changed_by=actor.name,
        )
        draft.save(force_insert=True)
    return draft


def change_draft(
    actor: Actor,
    kind: str,
    *,
    title_zh: str,
    title_en: str,
    fields: Sequence[Field],
    period_days: int,
    edition: int,
    at: datetime,
) -> FormVersion:
    """Write the draft anew. It may be incomplete; what may never be asked for is refused at once.

    Raises: KindUnknown, DraftMissing, StaleVersion, RedLineCrossed, NotFound.
    """
    told = kind_of(kind)
    names = [title_zh, title_en]
    for one in fields:
        names += [one.key, one.label_zh, one.label_en, one.section_zh, one.section_en]
    refuse_red_lines(names, place_zh="表单的项", place_en="a field of a form")
    with work(actor, Permission.MANAGE_FORMS) as job:
        _record(job, kind, changed=[one.key for one in fields])
        draft = _locked(told, edition)
        draft.title_zh, draft.title_en = title_zh, title_en
        draft.fields = [written(one) for one in fields]
        draft.period_days = period_days
        draft.edition += 1
        draft.changed_at, draft.changed_by = at, actor.name
        draft.save()
    return draft


def publish_draft(actor: Actor, kind: str, *, valid_from: date, edition: int, at: datetime) -> FormVersion:
    """Bring the draft into force on a day: for desk, phone, imports and the API at once.

    Raises: KindUnknown, DraftMissing, StaleVersion, FormRefused, StartRefused, NotFound.
    """
    told = kind_of(kind)
    with work(actor, Permission.MANAGE_FORMS) as job:
        _record(job, kind, published=valid_from.isoformat())
        draft = _locked(told, edition)
        STANDING.forget()
        faults: list[ValueFault] = faults_of_draft(draft)
        if faults:
            raise FormRefused(faults)
        coming = FormVersion.objects.filter(kind=kind, valid_from__isnull=False).order_by("-valid_from")
        earliest = max([local(at).date(), *(row.valid_from for row in coming[:1] if row.valid_from)])
        if valid_from < earliest:
            raise StartRefused(earliest=earliest.isoformat())
        draft.valid_from = valid_from
        draft.published_at, draft.published_by = at, actor.name
        draft.save()
        STANDING.forget_when_committed()
    return draft


def discard_draft(actor: Actor, kind: str) -> None:
    """Throw the draft away. Raises: KindUnknown, DraftMissing, NotFound."""
    told = kind_of(kind)
    with work(actor, Permission.MANAGE_FORMS) as job:
        _record(job, kind, discarded=True)
        _locked(told, None).delete()


def _locked(kind: RecordKind, edition: int | None) -> FormVersion:
    draft = draft_of(kind.key)
    if draft is None:
        raise DraftMissing(kind=kind.title_zh)
    if edition is not None and draft.edition != edition:
        raise StaleVersion(name=draft.title_zh or kind.title_zh, seen=edition, current=draft.edition)
    return draft


def _record(job: Work, kind: str, **change: object) -> None:
    """A form is the city's, and one at a time changes it."""
    job.record_in_city(f"forms.form:{kind}", **change)
    job.alone_with(f"forms.form {kind}")

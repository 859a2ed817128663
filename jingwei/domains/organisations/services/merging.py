"""Two records of one thing: one stays and is complete, the other ends and leads to it."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.organisations.contracts import OrganisationKind, OrganisationStatus
from jingwei.domains.organisations.models import Key, Organisation
from jingwei.domains.organisations.rules.refusals import OrganisationMergeRefused
from jingwei.domains.organisations.services.changing import locked
from jingwei.domains.organisations.services.registering import line, name_it, rekey
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.services.joining import take_over
from jingwei.foundation.forms.services.reading import form_of
from jingwei.foundation.forms.services.recording import change_facts, snapshot
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.work import work
from jingwei.kernel.clock import local


def merge_organisation(
    actor: Actor, double_id: UUID, into_id: UUID, *, reason: str, at: datetime
) -> Organisation:
    """Put a double into the record that stays: gaps are filled, its names and code lead there, its places follow.

    Raises: OrganisationNotFound, NotOpen, OrganisationMergeRefused.
    """
    with work(actor, Permission.MANAGE_LEDGER) as job:
        first, second = (locked(actor, one) for one in sorted((double_id, into_id)))
        double, into = (first, second) if first.pk == double_id else (second, first)
        _require_alike(double, into)
        form = form_of(OrganisationKind(into.kind).form_kind)
        before, theirs = snapshot(form, into), snapshot(form, double)
        gaps = [key for key in theirs if key not in before]
        code = double.credit_code
        _end(double, into, reason=reason, at=at)
        take_over(form, into, double, gaps)
        into.operator_id = into.operator_id or double.operator_id
        others = [double.name, *double.aliases, *([code] if code not in ("", into.credit_code) else [])]
        name_it(into, [*into.aliases, *others])
        into.version, into.changed_at, into.source = into.version + 1, at, "desk"
        into.save()
        rekey(into)
        run = Organisation.objects.visible_to(actor).filter(operator_id=double.pk)
        run.update(operator_id=into.pk)
        told: dict[str, list[object]] = {"merged": [double.name, into.name]}
        line(actor, double, RecordDeed.MERGED, at=at, remark=reason, facts=told).save(force_insert=True)
        filled = change_facts(before, snapshot(form, into))
        line(actor, into, RecordDeed.MERGED, at=at, remark=reason, facts=told | filled).save(
            force_insert=True
        )
        job.record(double, act="merge", into=str(into.pk))
        job.record(into, act="take_in", merged=str(double.pk))
    return into


def _require_alike(double: Organisation, into: Organisation) -> None:
    """Raises: OrganisationMergeRefused."""
    if double.pk == into.pk:
        raise OrganisationMergeRefused(reason="两条是同一条记录", reason_en="both are the same record")
    if double.kind != into.kind:
        raise OrganisationMergeRefused(
            reason="两条记录的种类不同", reason_en="the two are of different kinds"
        )


def _end(double: Organisation, into: Organisation, *, reason: str, at: datetime) -> None:
    """Ended first, so that its code is free for the one that stays."""
    double.merged_into_id = into.pk
    double.status, double.status_on = OrganisationStatus.CLOSED.value, local(at).date()
    double.ended_at, double.end_reason, double.due_on = at, reason[:200], None
    double.version, double.changed_at, double.source = double.version + 1, at, "desk"
    double.save()
    Key.objects.filter(organisation_id=double.pk).delete()

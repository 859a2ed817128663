"""Changing what is written, field by field; saying that it still holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.organisations.contracts import OrganisationKind, OrganisationStatus
from jingwei.domains.organisations.models import Organisation, OrganisationChange
from jingwei.domains.organisations.queries.organisations import organisation_seen
from jingwei.domains.organisations.rules.refusals import NotOpen, OrganisationNotFound
from jingwei.domains.organisations.rules.words import STATUS_WORDS
from jingwei.domains.organisations.services.codes import require_free
from jingwei.domains.organisations.services.registering import line, name_it, rekey, require_operator
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.services.reading import form_of, read_facts
from jingwei.foundation.forms.services.recording import (
    apply,
    change_facts,
    changed_only,
    require_no_conflict,
    require_others_free,
    see_again,
    snapshot,
)
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.work import work
from jingwei.kernel.errors import StaleVersion

OTHER_WORDS = {
    "aliases": ("招牌名", "Other names"),
    "operator": ("经营单位", "Operator"),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be written anew: fields of the form, other names, the operator. What is not given stays."""

    version: int
    facts: Mapping[str, object]
    aliases: Sequence[str] | None = None
    operator_id: UUID | None = None
    sets_operator: bool = False
    remark: str = ""
    source: str = "desk"


def change_organisation(
    actor: Actor, organisation_id: UUID, wish: Correction, *, at: datetime
) -> Organisation:
    """Write down what was given; what others changed meanwhile is kept, or asked back field by field.

    Raises: OrganisationNotFound, NotOpen, BadFacts, EditConflict, StaleVersion, OperatorUnfit, CodeHere, CodeElsewhere.
    """
    with work(actor, Permission.KEEP_ORGANISATIONS) as job:
        row = locked(actor, organisation_id)
        form = form_of(OrganisationKind(row.kind).form_kind)
        wanted = changed_only(form, row, read_facts(form, wish.facts, is_partial=True))
        since = list(
            OrganisationChange.objects.filter(organisation_id=row.pk, record_version__gt=wish.version)
        )
        require_no_conflict(form, row, since, wanted, base_version=wish.version, may_manage=True)
        present, asked = told_others(actor, row), _asked(actor, wish)
        require_others_free(asked, present, since, labels=OTHER_WORDS, version=row.version)
        before = snapshot(form, row) | present
        if wish.sets_operator and wish.operator_id != row.operator_id:
            require_operator(actor, row.kind, wish.operator_id, own=row.pk)
            row.operator_id = wish.operator_id
        apply(row, form, wanted, at=at, source=wish.source)
        if wanted.built_in.get("credit_code"):
            require_free(actor, row.credit_code, but=row.pk)
        name_it(row, row.aliases if wish.aliases is None else wish.aliases)
        row.save()
        rekey(row)
        changed = change_facts(before, snapshot(form, row) | told_others(actor, row))
        deed = RecordDeed.CHANGED if changed else RecordDeed.CONFIRMED
        line(actor, row, deed, at=at, remark=wish.remark, facts=changed).save(force_insert=True)
        job.record(row, act="change", fields=sorted(changed))
    return row


def confirm_organisation(actor: Actor, organisation_id: UUID, *, source: str, at: datetime) -> Organisation:
    """It was seen and nothing has changed: one tap. Raises: OrganisationNotFound, NotOpen."""
    with work(actor, Permission.KEEP_ORGANISATIONS) as job:
        row = locked(actor, organisation_id)
        see_again(row, OrganisationKind(row.kind).form_kind, at=at)
        row.version, row.source = row.version + 1, source
        row.save(update_fields=["seen_at", "due_on", "version", "source"])
        line(actor, row, RecordDeed.CONFIRMED, at=at).save(force_insert=True)
        job.record(row, act="confirm")
    return row


def locked(
    actor: Actor, organisation_id: UUID, *, version: int | None = None, is_open: bool = True
) -> Organisation:
    """The record, held until the transaction ends. Raises: OrganisationNotFound, StaleVersion, NotOpen."""
    rows = Organisation.objects.visible_to(actor).select_for_update()
    row: Organisation | None = rows.filter(pk=organisation_id).first()
    if row is None:
        raise OrganisationNotFound
    if version is not None and version != row.version:
        raise StaleVersion(name=row.name, seen=version, current=row.version)
    if is_open and row.ended_at is not None:
        zh, en = STATUS_WORDS[OrganisationStatus(row.status)]
        raise NotOpen(name=row.name, status=zh, status_en=en.lower())
    return row


def told_others(actor: Actor, row: Organisation) -> dict[str, str]:
    """What a record holds beside its form, as its history tells it."""
    return {"aliases": "、".join(row.aliases), "operator": _operator_name(actor, row.operator_id)}


def _asked(actor: Actor, wish: Correction) -> dict[str, str]:
    asked = {} if wish.aliases is None else {"aliases": "、".join(wish.aliases)}
    if wish.sets_operator:
        asked["operator"] = _operator_name(actor, wish.operator_id)
    return asked


def _operator_name(actor: Actor, operator_id: UUID | None) -> str:
    row = organisation_seen(actor, operator_id)
    return row.name if row else ""

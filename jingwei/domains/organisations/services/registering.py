"""Registering organisations and places: by the form of their kind, where they are, found again by what they are called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from jingwei.domains.organisations.contracts import OrganisationKind
from jingwei.domains.organisations.models import Key, Organisation, OrganisationChange
from jingwei.domains.organisations.queries.organisations import organisation_seen
from jingwei.domains.organisations.rules.keys import keys_of, sound_of
from jingwei.domains.organisations.rules.refusals import OperatorUnfit
from jingwei.domains.organisations.services.codes import require_free
from jingwei.domains.organisations.services.placing import Placed, PlaceGiven, placed, put
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.contracts import Form
from jingwei.foundation.forms.services.reading import form_of, read_facts
from jingwei.foundation.forms.services.recording import apply
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.work import work
from jingwei.kernel.ids import uuid7
from jingwei.kernel.redlines import refuse_red_lines


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """What is to be registered. ``source`` says from where the word came."""

    kind: OrganisationKind
    facts: Mapping[str, object]
    place: PlaceGiven
    aliases: Sequence[str] = ()
    operator_id: UUID | None = None
    remark: str = ""
    source: str = "desk"
    organisation_id: UUID = field(default_factory=uuid7)
    batch_id: UUID | None = None


def register_organisation(actor: Actor, new: NewOrganisation, *, at: datetime) -> Organisation:
    """Enter an organisation or a place.

    Raises: BadFacts, PlaceMissing, OutsideOwnArea, OutsideCity, OperatorUnfit, CodeHere, CodeElsewhere.
    """
    with work(actor, Permission.KEEP_ORGANISATIONS) as job:
        require_operator(actor, new.kind, new.operator_id)
        row = added(form_of(new.kind.form_kind), new, placed(actor, new.place), at=at)
        require_free(actor, row.credit_code)
        row.save(force_insert=True)
        Key.objects.bulk_create(keys_of_row(row))
        line(actor, row, RecordDeed.REGISTERED, at=at, remark=new.remark).save(force_insert=True)
        job.record_new(row, act="register", kind=new.kind.value)
    return row


def added(form: Form, new: NewOrganisation, there: Placed, *, at: datetime) -> Organisation:
    """The row of something new, not yet saved. Raises: BadFacts."""
    row = Organisation(
        id=new.organisation_id, batch_id=new.batch_id, kind=new.kind.value, operator_id=new.operator_id
    )
    put(row, there)
    apply(row, form, read_facts(form, new.facts, is_partial=False), at=at, source=new.source)
    name_it(row, new.aliases)
    return row


def name_it(row: Organisation, aliases: Sequence[str]) -> None:
    """Other names, each once and none of them the name itself; and the sound by which lists go."""
    refuse_red_lines(aliases, place_zh="招牌名", place_en="another name")
    told = dict.fromkeys(" ".join(one.split()) for one in aliases)
    row.aliases = [one for one in told if one and one != row.name]
    row.sound = sound_of(row.name)


def require_operator(actor: Actor, kind: str, operator_id: UUID | None, *, own: UUID | None = None) -> None:
    """Places are run by something open that has a form of an entity. Raises: OperatorUnfit."""
    if operator_id is None:
        return
    if kind != OrganisationKind.PLACE:
        raise OperatorUnfit(reason="只有场所才写经营单位", reason_en="only places have an operator")
    row = organisation_seen(actor, operator_id)
    if row is None or operator_id == own:
        raise OperatorUnfit(reason="没有找到，或不在您的辖区内", reason_en="not found, or outside your area")
    if row.kind == OrganisationKind.PLACE or row.ended_at is not None:
        raise OperatorUnfit(
            reason=f"“{row.name}”是场所，或已不在营", reason_en=f"“{row.name}” is a place, or no longer open"
        )


def keys_of_row(row: Organisation) -> list[Key]:
    """The texts that lead to it. A house is found by its own index; only an address of its own stands here."""
    address = "" if row.house_id else row.address
    texts = keys_of((row.name, *row.aliases), row.credit_code, address, row.lookups)
    return [Key(organisation_id=row.pk, text=text[:130], scope_code=row.scope_code) for text in texts]


def rekey(row: Organisation) -> None:
    """Write the texts that lead to it once more."""
    Key.objects.filter(organisation_id=row.pk).delete()
    Key.objects.bulk_create(keys_of_row(row))


def line(
    actor: Actor,
    row: Organisation,
    deed: RecordDeed,
    *,
    at: datetime,
    remark: str = "",
    facts: Mapping[str, Sequence[object]] | None = None,
) -> OrganisationChange:
    """One line of the history, not yet saved; the row has its new version."""
    return OrganisationChange(
        organisation_id=row.pk,
        record_version=row.version,
        deed=deed.value,
        at=at,
        person_id=actor.person_id,
        post_id=actor.post_id,
        unit_id=actor.unit_id,
        actor_name=actor.name,
        source=row.source,
        remark=remark[:500],
        facts=dict(facts or {}),
    )

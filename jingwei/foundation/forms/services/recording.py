"""Writing what was read into a record, field by field: what changed, who was first, when it is to be seen again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import models

from jingwei.foundation.forms.contracts import Field, FieldConflict, Form, Keeping, Reading, SeenBy
from jingwei.foundation.forms.rules.hiding import CHANGED
from jingwei.foundation.forms.rules.refusals import EditConflict
from jingwei.foundation.forms.rules.values import is_empty, json_value
from jingwei.foundation.forms.services.reading import form_of, shown_facts
from jingwei.foundation.forms.services.sealing import index_in, kept_lookups, lookups_of, stored
from jingwei.foundation.forms.services.using import note_given
from jingwei.foundation.records import Change, Record
from jingwei.kernel.clock import local
from jingwei.kernel.errors import StaleVersion

YOURS = "•••"
"""What stands for a sealed value that somebody has just typed: they know it, and it is not sent back."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """In a snapshot, a value that a history does not tell; equal ones have the same mark."""

    mark: str


Snapshot = Mapping[str, object]


def snapshot(form: Form, record: Record) -> dict[str, object]:
    """Every value of a record by key, for comparing before and after; nothing in it tells a hidden one."""
    found: dict[str, object] = {}
    for one in form.fields:
        value = _present(form, one, record)
        if not is_empty(value):
            found[one.key] = value
    return found


def change_facts(before: Snapshot, after: Snapshot) -> dict[str, list[object]]:
    """The fields that differ, each with before and after, for ``Change.facts``."""
    keys = sorted(set(before) | set(after), key=lambda key: (key not in after, key))
    return {
        key: [_told(before.get(key)), _told(after.get(key))]
        for key in keys
        if before.get(key) != after.get(key)
    }


def shown_changes(
    form: Form, facts: Mapping[str, Sequence[object]], *, may_manage: bool
) -> dict[str, list[object]]:
    """A line of history as the present form lets it be read: fields that became hidden since are not told either."""
    shown: dict[str, list[object]] = {}
    for key, (before, after) in facts.items():
        field = form.field(key)
        if field is not None and field.seen_by is SeenBy.KEEPER and not may_manage:
            continue
        is_hidden = field is not None and (
            field.seen_by is not SeenBy.SCOPE or field.keeping is not Keeping.PLAIN
        )
        shown[key] = [_veiled(before), _veiled(after)] if is_hidden else [before, after]
    return shown


def changed_only(form: Form, record: Record, given: Reading) -> Reading:
    """Of what was given, what differs from what the record holds."""
    fields = {one.key: one for one in form.fields}

    def differs(key: str) -> bool:
        return _given_value(form, fields[key], given) != _compared(form, fields[key], record)

    return Reading(
        {key: value for key, value in given.built_in.items() if differs(key)},
        {key: value for key, value in given.plain.items() if differs(key)},
        {key: value for key, value in given.sealed.items() if differs(key)},
    )


def require_no_conflict(
    form: Form,
    record: Record,
    changes_since: Sequence[Change],
    given: Reading,
    *,
    base_version: int,
    may_manage: bool = False,
) -> None:
    """Let through what others did not change meanwhile, or changed to the same.

    ``changes_since`` are the record's changes after ``base_version`` (others are passed over); ``given`` is what still
    differs from the record. Raises: EditConflict; StaleVersion for a version that the record never had.
    """
    if base_version > record.version:
        raise StaleVersion(name=form.title_zh, seen=base_version, current=record.version)
    latest: dict[str, Change] = {}
    for change in sorted(changes_since, key=lambda one: one.record_version):
        if change.record_version > base_version:
            latest |= dict.fromkeys(change.facts, change)
    theirs = shown_facts(form, record, may_manage=may_manage)
    conflicts = [
        FieldConflict(
            field=one.key,
            label=one.label_zh,
            label_en=one.label_en,
            yours=_shown_given(one, given),
            theirs=theirs.get(one.key),
            by=latest[one.key].actor_name,
            at=latest[one.key].at.isoformat(),
        )
        for one in form.fields
        if one.key in given.keys and one.key in latest
    ]
    if conflicts:
        raise EditConflict(conflicts, version=record.version)


def require_others_free(
    given: Mapping[str, str],
    present: Mapping[str, str],
    changes_since: Sequence[Change],
    *,
    labels: Mapping[str, tuple[str, str]],
    version: int,
) -> None:
    """The same for what a record holds beside its form, such as its address or other names, told in words.

    ``changes_since`` are the changes after the version that was looked at. Raises: EditConflict.
    """
    latest = {
        name: change
        for change in sorted(changes_since, key=lambda one: one.record_version)
        for name in change.facts
    }
    conflicts = [
        FieldConflict(
            field=name,
            label=labels[name][0],
            label_en=labels[name][1],
            yours=value,
            theirs=present[name],
            by=latest[name].actor_name,
            at=latest[name].at.isoformat(),
        )
        for name, value in given.items()
        if name in latest and name in labels and value != present[name]
    ]
    if conflicts:
        raise EditConflict(conflicts, version=version)


def merged(
    form: Form,
    record: Record,
    changes_since: Sequence[Change],
    given: Reading,
    *,
    base_version: int,
    may_manage: bool = False,
) -> dict[str, object]:
    """The columns to save for what was given: only what differs, and nothing that others changed meanwhile.

    Empty where nothing differs. Raises: EditConflict, StaleVersion.
    """
    wanted = changed_only(form, record, given)
    require_no_conflict(form, record, changes_since, wanted, base_version=base_version, may_manage=may_manage)
    return columns_to_save(form, record, wanted) if wanted.keys else {}


def columns_to_save(form: Form, record: Record, reading: Reading) -> dict[str, object]:
    """What a reading makes of the record's columns; the record itself is left as it is."""
    facts = {key: value for key, value in (record.facts | dict(reading.plain)).items() if not is_empty(value)}
    sealed = dict(record.sealed)
    lookups = kept_lookups(record, reading.sealed)
    for key, value in reading.sealed.items():
        if value is None:
            sealed.pop(key, None)
            continue
        sealed[key] = stored(value)
        field = form.field(key)
        if field is not None and field.keeping is Keeping.INDEXED:
            lookups += lookups_of(key, value)
    columns: dict[str, object] = {key: _column(record, key, value) for key, value in reading.built_in.items()}
    return columns | {
        "facts": facts,
        "sealed": sealed,
        "lookups": lookups,
        "form_version": form.version,
    }


def apply(record: Record, form: Form, reading: Reading, *, at: datetime, source: str) -> None:
    """Write a reading into a record, new or stored, that the caller then saves.

    A new one gets its moments and version 1, a stored one its next version. Writing is seeing: ``seen_at`` and
    ``due_on`` follow. Which fields were filled in is counted when the transaction commits.
    """
    for name, value in columns_to_save(form, record, reading).items():
        setattr(record, name, value)
    if record._state.adding:
        record.registered_at = at
        record.version = 1
    else:
        record.version += 1
    record.changed_at = at
    record.source = source
    see_again(record, form.kind, at=at)
    given = [key for key in sorted(reading.keys) if _is_given(reading, key)]
    note_given(form.kind, given, on=local(at).date())


def see_again(record: Record, kind: str, *, at: datetime) -> None:
    """Note that somebody saw that the record holds, and by when it is to be seen next."""
    record.seen_at = at
    record.due_on = next_due(kind, at)


def next_due(kind: str, seen_at: datetime) -> date | None:
    """The day on which a record that was seen then is to be seen again; None where its kind has no period."""
    day = local(seen_at).date()
    period = form_of(kind, on=day).period_days
    return day + timedelta(days=period) if period else None


def _present(form: Form, field: Field, record: Record) -> object:
    if field.keeping is not Keeping.PLAIN:
        index = index_in(form, field, record)
        return Hidden(index.hex()) if index is not None else None
    value = json_value(getattr(record, field.key) if field.is_built_in else record.facts.get(field.key))
    if field.seen_by is SeenBy.SCOPE or is_empty(value):
        return value
    return Hidden(str(value))


def _compared(form: Form, field: Field, record: Record) -> object:
    """A stored value in the form in which a given one is compared with it."""
    if field.keeping is not Keeping.PLAIN:
        return index_in(form, field, record)
    value = json_value(getattr(record, field.key) if field.is_built_in else record.facts.get(field.key))
    return None if is_empty(value) else value


def _given_value(form: Form, field: Field, given: Reading) -> object:
    if field.key in given.sealed:
        sealed = given.sealed[field.key]
        return sealed.index if sealed is not None else None
    value = json_value(given.built_in.get(field.key, given.plain.get(field.key)))
    return None if is_empty(value) else value


def _is_given(reading: Reading, key: str) -> bool:
    return not is_empty(reading.sealed.get(key, reading.built_in.get(key, reading.plain.get(key))))


def _shown_given(field: Field, given: Reading) -> object:
    if field.key in given.sealed:
        return YOURS if given.sealed[field.key] is not None else None
    return json_value(given.built_in.get(field.key, given.plain.get(field.key)))


def _column(record: Record, key: str, value: object) -> object:
    """A value as its column takes it: text that is not there is an empty one where the column knows no null."""
    if value is None and not record._meta.get_field(key).null:
        return "" if isinstance(record._meta.get_field(key), models.CharField | models.TextField) else None
    return value


def _told(value: object) -> object:
    return CHANGED if isinstance(value, Hidden) else value


def _veiled(value: object) -> object:
    return None if value is None else CHANGED

"""Two records of one thing joined into one: what each says, which side a field is taken from, and taking it over."""

from collections.abc import Collection, Mapping, Sequence

from jingwei.foundation.forms.contracts import FieldPair, Form, Keeping, Outcome, RecordSide
from jingwei.foundation.forms.rules.refusals import ChoiceMissing
from jingwei.foundation.forms.services.reading import shown_facts
from jingwei.foundation.forms.services.recording import snapshot
from jingwei.foundation.forms.services.sealing import kept_lookups
from jingwei.foundation.records import Record


def pairs_of(
    form: Form,
    kept: Record,
    other: Record,
    *,
    may_manage: bool,
    follows: Mapping[str, RecordSide] | None = None,
) -> list[FieldPair]:
    """Every field that one of two records fills in, as each shows it, and what becomes of it.

    ``follows`` are fields that go with another one and are not chosen.
    """
    mine, theirs = snapshot(form, kept), snapshot(form, other)
    shown = [shown_facts(form, one, may_manage=may_manage) for one in (kept, other)]
    found = []
    for field in form.fields:
        one, two = mine.get(field.key), theirs.get(field.key)
        if one is None and two is None:
            continue
        if one == two:
            outcome = Outcome.SAME
        elif two is None:
            outcome = Outcome.KEPT
        elif one is None:
            outcome = Outcome.FILLED
        else:
            side = (follows or {}).get(field.key)
            outcome = Outcome.CHOOSE if side is None else _OF_SIDE[side]
        found.append(FieldPair(field.key, outcome, shown[0].get(field.key), shown[1].get(field.key)))
    return found


_OF_SIDE = {RecordSide.KEPT: Outcome.KEPT, RecordSide.OTHER: Outcome.FILLED}


def taken_over(pairs: Sequence[FieldPair], choices: Mapping[str, RecordSide]) -> list[str]:
    """The fields that come from the other record. Raises: ChoiceMissing where one that differs was not chosen."""
    missing = sum(one.outcome is Outcome.CHOOSE and one.field not in choices for one in pairs)
    if missing:
        raise ChoiceMissing(count=missing)
    return [
        one.field
        for one in pairs
        if one.outcome is Outcome.FILLED
        or (one.outcome is Outcome.CHOOSE and choices[one.field] is RecordSide.OTHER)
    ]


def take_over(form: Form, kept: Record, other: Record, keys: Collection[str]) -> None:
    """Write some values of another record into the one that stays; sealed ones are never opened on the way."""
    sealed, facts = dict(kept.sealed), dict(kept.facts)
    hidden = [one.key for one in form.fields if one.key in keys and one.keeping is not Keeping.PLAIN]
    marks = tuple(mark for key in hidden for mark in (f"{key}:", f"{key}~"))
    lookups = kept_lookups(kept, hidden)
    lookups += [one for one in other.lookups if marks and one.startswith(marks)]
    for field in form.fields:
        if field.key not in keys:
            continue
        if field.keeping is not Keeping.PLAIN:
            sealed[field.key] = other.sealed[field.key]
        elif field.is_built_in:
            setattr(kept, field.key, getattr(other, field.key))
        else:
            facts[field.key] = other.facts[field.key]
    kept.sealed, kept.facts, kept.lookups = sealed, facts, lookups
    kept.form_version = form.version

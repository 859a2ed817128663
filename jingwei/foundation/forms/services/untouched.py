"""Fields that somebody on the spot found to be as they stood: they may not have been changed meanwhile."""

from collections.abc import Collection, Mapping, Sequence

from jingwei.foundation.forms.contracts import FieldConflict, Form
from jingwei.foundation.forms.rules.refusals import EditConflict
from jingwei.foundation.forms.services.reading import read_facts, shown_facts
from jingwei.foundation.forms.services.recording import changed_only, shown_changes
from jingwei.foundation.records import Change, Record


def differs(form: Form, record: Record, given: Mapping[str, object]) -> bool:
    """Whether anything that was given differs from what the record holds. Raises: BadFacts, RedLineCrossed."""
    return bool(changed_only(form, record, read_facts(form, given, is_partial=True)).keys)


def require_untouched(
    form: Form, record: Record, changes_since: Sequence[Change], keys: Collection[str]
) -> None:
    """What was found unchanged is what was looked at: of what others changed since, both stand side by side.

    ``changes_since`` are the changes after the version that was looked at. Raises: EditConflict.
    """
    ordered = sorted(changes_since, key=lambda one: one.record_version)
    first: dict[str, Change] = {}
    latest: dict[str, Change] = {}
    for change in ordered:
        for key in change.facts:
            if key in keys:
                first.setdefault(key, change)
                latest[key] = change
    theirs = shown_facts(form, record, may_manage=True)
    conflicts = []
    for one in form.fields:
        if one.key not in latest:
            continue
        seen = shown_changes(form, {one.key: first[one.key].facts[one.key]}, may_manage=True)[one.key][0]
        conflicts.append(
            FieldConflict(
                field=one.key,
                label=one.label_zh,
                label_en=one.label_en,
                yours=seen,
                theirs=theirs.get(one.key),
                by=latest[one.key].actor_name,
                at=latest[one.key].at.isoformat(),
            )
        )
    if conflicts:
        raise EditConflict(conflicts, version=record.version)

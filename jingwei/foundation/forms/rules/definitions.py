"""A field written down and read again; what a kind's own form is before anybody published one."""

from collections.abc import Mapping, Sequence
from dataclasses import fields as attributes
from typing import Any

from jingwei.foundation.forms.contracts import Field, FieldKind, Form, Keeping, RecordKind, SeenBy

NAMES = tuple(one.name for one in attributes(Field))
PLAIN_FIELD = Field(key="", label_zh="", label_en="", kind=FieldKind.TEXT)


def written(field: Field) -> dict[str, object]:
    """A field as it is stored: what is as usual is left out."""
    return {
        name: value
        for name in NAMES
        if (value := getattr(field, name)) != getattr(PLAIN_FIELD, name) or name == "kind"
    }


def field_of(stored: Mapping[str, Any]) -> Field:
    """A stored field."""
    known: dict[str, Any] = {name: stored[name] for name in NAMES if name in stored}
    known["kind"] = FieldKind(known["kind"])
    known["keeping"] = Keeping(known.get("keeping", Keeping.PLAIN))
    known["seen_by"] = SeenBy(known.get("seen_by", SeenBy.SCOPE))
    return Field(**known)


def fields_of(stored: Sequence[Mapping[str, Any]]) -> tuple[Field, ...]:
    return tuple(field_of(one) for one in stored)


def completed(fields: Sequence[Field], built_in: Sequence[Field]) -> tuple[Field, ...]:
    """The fields with those that their kind has brought along since they were written down."""
    present = {one.key for one in fields}
    return (*fields, *(one for one in built_in if one.key not in present))


def first_form(kind: RecordKind) -> Form:
    """What a kind brings along."""
    return Form(
        kind=kind.key,
        version=0,
        valid_from=None,
        title_zh=kind.title_zh,
        title_en=kind.title_en,
        fields=kind.built_in,
        period_days=kind.period_days,
    )

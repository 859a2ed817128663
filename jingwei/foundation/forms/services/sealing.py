"""Sealed values of a record: kept by key, compared and found again by their indexes, never opened here."""

import base64
from collections.abc import Iterable

from jingwei.foundation.forms.contracts import Field, Form, Keeping
from jingwei.foundation.forms.rules.values import personal_field
from jingwei.foundation.privacy.contracts import SealedValue
from jingwei.foundation.privacy.services import index_of, resealed, tail_index_of
from jingwei.foundation.records import Record


def ciphertext_of(record: Record, key: str) -> bytes | None:
    """The sealed value of a field as stored."""
    kept = record.sealed.get(key)
    return base64.b64decode(kept) if isinstance(kept, str) else None


def stored(value: SealedValue) -> str:
    """A sealed value as it stands in the record's column."""
    return base64.b64encode(value.sealed).decode()


def index_in(form: Form, field: Field, record: Record) -> bytes | None:
    """The index of the value a record keeps: equal values have equal ones."""
    sealed = ciphertext_of(record, field.key)
    if sealed is None:
        return None
    named = personal_field(form.kind, field)
    return resealed(named, sealed, named).index


def lookups_of(key: str, value: SealedValue) -> list[str]:
    """What a record is found by for one sealed value."""
    return [f"{key}:{value.index.hex()}", f"{key}~{value.tail_index.hex()}"]


def kept_lookups(record: Record, gone: Iterable[str]) -> list[str]:
    """What a record is found by, without the values of some fields."""
    prefixes = tuple(mark for key in gone for mark in (f"{key}:", f"{key}~"))
    return [one for one in record.lookups if not prefixes or not one.startswith(prefixes)]


def lookup_of_whole(form: Form, key: str, value: str) -> str:
    """What finds the records with this whole value of an indexed field; the value must be read already."""
    named = personal_field(form.kind, _indexed(form, key))
    return f"{key}:{index_of(named, value).hex()}"


def lookup_of_tail(form: Form, key: str, tail: str) -> str:
    """What finds the records whose value of an indexed field ends with these four characters."""
    named = personal_field(form.kind, _indexed(form, key))
    return f"{key}~{tail_index_of(named, tail).hex()}"


def _indexed(form: Form, key: str) -> Field:
    found = form.field(key)
    if found is None or found.keeping is not Keeping.INDEXED:
        raise LookupError(f"{form.kind}: “{key}” is not indexed")
    return found

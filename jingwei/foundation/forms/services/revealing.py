"""Reading hidden values of a record in the clear: each is a recorded look with its purpose."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.forms.contracts import Field, Form, Keeping, SeenBy
from jingwei.foundation.forms.rules.values import is_empty, json_value, personal_field, text_value
from jingwei.foundation.forms.services.sealing import ciphertext_of
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.services import reveal_value, seal_value
from jingwei.foundation.records import Record


def hidden_fields(form: Form, *, may_manage: bool) -> list[Field]:
    """The fields that are shown masked: sealed ones and those seen by need."""
    return [
        one
        for one in form.fields
        if (one.keeping is not Keeping.PLAIN or one.seen_by is SeenBy.NEED)
        and (may_manage or one.seen_by is not SeenBy.KEEPER)
    ]


def reveal_facts(
    actor: Actor,
    form: Form,
    record: Record,
    keys: Iterable[str] | None = None,
    *,
    may_manage: bool,
    target: str,
    subject_id: UUID | None,
    purpose: Purpose,
    remark: str,
    at: datetime,
) -> dict[str, str]:
    """The hidden values of a record by key (all, or some), in the clear; each look is recorded in this transaction.

    The caller has checked permission, sight and how often somebody looks.
    """
    wanted = None if keys is None else set(keys)
    found: dict[str, str] = {}
    for one in hidden_fields(form, may_manage=may_manage):
        if wanted is not None and one.key not in wanted:
            continue
        named = personal_field(form.kind, one)
        sealed = ciphertext_of(record, one.key)
        if one.keeping is Keeping.PLAIN:
            value = json_value(getattr(record, one.key) if one.is_built_in else record.facts.get(one.key))
            sealed = None if is_empty(value) else seal_value(named, text_value(str(value))).sealed
        if sealed is None:
            continue
        found[one.key] = reveal_value(
            actor,
            named,
            sealed,
            target=target,
            subject_id=subject_id,
            purpose=purpose,
            remark=remark,
            at=at,
            area_code=record.scope_code,
        )
    return found

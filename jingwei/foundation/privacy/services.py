"""Sealing, opening and masking personal fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.conf import settings

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.privacy.contracts import Manner, Mask, PersonalField, Purpose, SealedValue
from jingwei.foundation.privacy.models import Reveal
from jingwei.foundation.privacy.rules import clean_phone, half_width, masked
from jingwei.kernel.crypto import blind_index, decrypt, encrypt, seal, short_code
from jingwei.kernel.ids import uuid7


def seal_value(field: PersonalField, value: str) -> SealedValue:
    """Encrypt a value and make its two blind indexes (whole, last four). Raises: BadPhone for phones."""
    clean = clean_phone(value) if field.mask is Mask.PHONE else value.strip()
    return SealedValue(
        sealed=encrypt(settings.FIELD_KEY, clean, field=field.name),
        index=blind_index(settings.INDEX_KEY, clean, field=field.name),
        tail_index=blind_index(settings.INDEX_KEY, clean[-4:], field=f"{field.name}:tail"),
    )


def index_of(field: PersonalField, value: str) -> bytes:
    """The blind index to look a whole value up by. Raises: BadPhone for phones."""
    clean = clean_phone(value) if field.mask is Mask.PHONE else value.strip()
    return blind_index(settings.INDEX_KEY, clean, field=field.name)


def tail_index_of(field: PersonalField, tail: str) -> bytes:
    """The blind index to look values up by their last four characters."""
    clean = half_width(tail).strip().upper()[-4:]
    return blind_index(settings.INDEX_KEY, clean, field=f"{field.name}:tail")


def masked_value(field: PersonalField, sealed: bytes | memoryview | None) -> str | None:
    """The value as everybody within sight may see it; None where nothing was given."""
    if sealed is None:
        return None
    return masked(field.mask, decrypt(settings.FIELD_KEY, bytes(sealed), field=field.name))


def reveal_value(
    actor: Actor,
    field: PersonalField,
    sealed: bytes | memoryview,
    *,
    target: str,
    subject_id: UUID | None,
    purpose: Purpose,
    remark: str,
    at: datetime,
    area_code: str = "",
) -> str:
    """Open a value and record the look in the same transaction. The caller has checked permission and sight.

    ``area_code`` is where the thing lies; empty where it lies nowhere.
    """
    Reveal(
        id=uuid7(),
        at=at,
        person_id=actor.person_id,
        post_id=actor.post_id,
        unit_id=actor.unit_id,
        viewer_name=actor.name,
        field=field.name,
        target=target,
        subject_id=subject_id,
        purpose=purpose.value,
        remark=remark,
        area_code=area_code,
        viewer_area=actor.area_code,
    ).save(force_insert=True)
    return decrypt(settings.FIELD_KEY, bytes(sealed), field=field.name)


@dataclass(frozen=True, slots=True)
class Asked:
    """One value among many that are opened together."""

    field: PersonalField
    sealed: bytes | memoryview
    target: str
    subject_id: UUID | None
    area_code: str = ""


def reveal_many(
    actor: Actor, asked: Sequence[Asked], *, occasion_id: UUID, purpose: Purpose, remark: str, at: datetime
) -> list[str]:
    """Open many values and record each look in the same transaction, one statement for all.

    A look is recorded once per ``occasion_id``: work that was broken off and is done again adds none.
    The caller has checked permission and sight.
    """
    looks = [
        Reveal(
            id=uuid5(occasion_id, f"{one.target}:{one.field.name}"),
            at=at,
            person_id=actor.person_id,
            post_id=actor.post_id,
            unit_id=actor.unit_id,
            viewer_name=actor.name,
            field=one.field.name,
            target=one.target,
            subject_id=one.subject_id,
            purpose=purpose.value,
            remark=remark[:200],
            manner=Manner.EXPORTED.value,
            area_code=one.area_code,
            viewer_area=actor.area_code,
        )
        for one in asked
    ]
    Reveal.objects.bulk_create(looks, ignore_conflicts=True)
    return [decrypt(settings.FIELD_KEY, bytes(one.sealed), field=one.field.name) for one in asked]


def digits_of(value: str) -> str:
    """The digits somebody typed, full-width ones included, whatever stands between them."""
    return "".join(letter for letter in half_width(value) if letter in "0123456789")


def resealed(source: PersonalField, sealed: bytes | memoryview, target: PersonalField) -> SealedValue:
    """The same value sealed as another field, with that field's indexes; nobody gets to see it on the way."""
    return seal_value(target, decrypt(settings.FIELD_KEY, bytes(sealed), field=source.name))


def note_looks(
    actor: Actor,
    field: PersonalField,
    targets: Sequence[tuple[str, UUID | None, str]],
    *,
    purpose: Purpose,
    remark: str,
    at: datetime,
    manner: Manner = Manner.SEARCHED,
) -> None:
    """Record that somebody looked things up by a value they knew already, or took along what they read in the clear.

    ``targets`` are what was found, each with its person (None without an account) and where it lies.
    """
    Reveal.objects.bulk_create(
        Reveal(
            id=uuid7(),
            at=at,
            person_id=actor.person_id,
            post_id=actor.post_id,
            unit_id=actor.unit_id,
            viewer_name=actor.name,
            field=field.name,
            target=target,
            subject_id=subject_id,
            purpose=purpose.value,
            remark=remark[:200],
            manner=manner.value,
            area_code=area_code,
            viewer_area=actor.area_code,
        )
        for target, subject_id, area_code in targets
    )


def tracking_code_of(identity: bytes) -> str:
    """The code with which a reporter follows a matter without an account: derived, never stored (50 bits)."""
    return short_code(settings.INDEX_KEY, identity, length=10, purpose="tracking")


def tracking_index(code: str) -> bytes:
    """The stored look-up value of a tracking code; letters people confuse are read alike."""
    plain = "".join(half_width(code).upper().replace("-", "").split())
    clean = plain.replace("O", "0").replace("I", "1").replace("L", "1")
    return blind_index(settings.INDEX_KEY, clean, field="tracking")


def fingerprint_of(content: str) -> bytes:
    """Recognises the same content again; without the key it tells nothing of what went in. 32 bytes."""
    return seal(settings.INDEX_KEY, b"fingerprint", content.encode())

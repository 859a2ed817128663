"""Encryption bound to its field, blind indexes, seals and codes to be read out."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernel.crypto import (
    CROCKFORD,
    HEAD_BYTES,
    MARK_BYTES,
    NONCE_BYTES,
    KeyMissing,
    KeyRing,
    Unreadable,
    blind_index,
    decrypt,
    encrypt,
    mark_of,
    seal,
    short_code,
    unveiled_id,
    veiled_id,
)

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
PHONE = "incidents.incident.reporter_phone"
texts = st.text(max_size=60).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))


@given(texts)
def test_what_was_sealed_can_be_read_again(text: str) -> None:
    assert decrypt(KEY, encrypt(KEY, text, field=PHONE), field=PHONE) == text


def test_the_same_value_never_looks_the_same_twice() -> None:
    assert len({encrypt(KEY, "13800138000", field=PHONE) for _ in range(50)}) == 50


def test_a_value_moved_to_another_field_or_key_does_not_open() -> None:
    sealed = encrypt(KEY, "13800138000", field=PHONE)
    for key, field in ((KEY, "access.person.phone"), (KEY, ""), (OTHER_KEY, PHONE)):
        with pytest.raises(Unreadable):
            decrypt(key, sealed, field=field)


@given(st.integers(min_value=0), st.integers(1, 255))
def test_a_value_with_any_bit_turned_does_not_open(at: int, turn: int) -> None:
    sealed = bytearray(encrypt(KEY, "13800138000", field=PHONE))
    sealed[at % len(sealed)] ^= turn
    with pytest.raises(Unreadable):
        decrypt(KEY, bytes(sealed), field=PHONE)


@pytest.mark.parametrize("length", [0, 1, NONCE_BYTES, NONCE_BYTES + 8])
def test_a_value_cut_short_does_not_open(length: int) -> None:
    with pytest.raises(Unreadable):
        decrypt(KEY, encrypt(KEY, "13800138000", field=PHONE)[:length], field=PHONE)


def test_a_blind_index_matches_equal_values_of_one_field_and_key_only() -> None:
    index = blind_index(KEY, "13800138000", field=PHONE)
    assert index == blind_index(KEY, "13800138000", field=PHONE)
    assert len(index) == 16
    others = {
        blind_index(KEY, "13800138001", field=PHONE),
        blind_index(KEY, "13800138000", field="access.person.phone"),
        blind_index(OTHER_KEY, "13800138000", field=PHONE),
    }
    assert len(others | {index}) == 4


@given(st.lists(st.binary(max_size=8), max_size=4), st.lists(st.binary(max_size=8), max_size=4))
def test_two_seals_agree_only_for_the_same_parts(one: list[bytes], other: list[bytes]) -> None:
    assert (seal(KEY, *one) == seal(KEY, *other)) == (one == other)


def test_moving_the_border_between_two_parts_changes_the_seal() -> None:
    assert seal(KEY, b"ab", b"c") != seal(KEY, b"a", b"bc") != seal(KEY, b"abc")


def test_a_code_is_short_stable_and_made_of_letters_nobody_confuses() -> None:
    code = short_code(KEY, b"incident", length=10, purpose="tracking")
    assert code == short_code(KEY, b"incident", length=10, purpose="tracking")
    assert len(code) == 10
    assert set(code) <= set(CROCKFORD)
    assert not set("ILOU") & set(CROCKFORD)
    assert code != short_code(KEY, b"incident", length=10, purpose="receipt")
    assert code != short_code(OTHER_KEY, b"incident", length=10, purpose="tracking")


def test_ten_thousand_codes_do_not_collide() -> None:
    codes = {short_code(KEY, n.to_bytes(4, "big"), length=10, purpose="tracking") for n in range(10_000)}
    assert len(codes) == 10_000


@given(st.uuids(), st.uuids())
def test_a_veiled_id_leads_back_with_the_key_and_the_purpose_alone(one: UUID, other: UUID) -> None:
    veiled = veiled_id(KEY, one, purpose="public")
    assert veiled == veiled_id(KEY, one, purpose="public") != one
    assert unveiled_id(KEY, veiled, purpose="public") == one
    assert unveiled_id(OTHER_KEY, veiled, purpose="public") != one
    assert unveiled_id(KEY, veiled, purpose="private") != one
    assert (veiled == veiled_id(KEY, other, purpose="public")) == (one == other)


RING = KeyRing(KEY, [OTHER_KEY])


@given(texts)
def test_a_ring_opens_what_any_of_its_keys_has_sealed(text: str) -> None:
    before = KeyRing(OTHER_KEY)
    assert decrypt(RING, encrypt(RING, text, field=PHONE), field=PHONE) == text
    assert decrypt(RING, encrypt(before, text, field=PHONE), field=PHONE) == text


def test_a_ring_opens_what_was_sealed_before_values_said_their_key() -> None:
    for key in (KEY, OTHER_KEY):
        assert decrypt(RING, encrypt(key, "13800138000", field=PHONE), field=PHONE) == "13800138000"
    with pytest.raises(Unreadable):
        decrypt(RING, encrypt(b"x" * 32, "13800138000", field=PHONE), field=PHONE)


def test_a_value_says_which_key_is_missing_and_nothing_of_the_key() -> None:
    sealed = encrypt(KeyRing(b"x" * 32), "13800138000", field=PHONE)
    with pytest.raises(KeyMissing) as refusal:
        decrypt(RING, sealed, field=PHONE)
    assert refusal.value.data["mark"] == mark_of(b"x" * 32).hex()
    assert sealed.startswith(KeyRing(b"x" * 32).head)
    assert b"x" * MARK_BYTES not in sealed[:HEAD_BYTES]


@given(st.integers(min_value=0), st.integers(1, 255))
def test_a_marked_value_with_any_bit_turned_does_not_open(at: int, turn: int) -> None:
    sealed = bytearray(encrypt(RING, "13800138000", field=PHONE))
    sealed[at % len(sealed)] ^= turn
    with pytest.raises(Unreadable):
        decrypt(RING, bytes(sealed), field=PHONE)


@pytest.mark.parametrize("length", [0, 1, HEAD_BYTES, HEAD_BYTES + NONCE_BYTES, HEAD_BYTES + NONCE_BYTES + 8])
def test_a_marked_value_cut_short_does_not_open(length: int) -> None:
    with pytest.raises(Unreadable):
        decrypt(RING, encrypt(RING, "13800138000", field=PHONE)[:length], field=PHONE)

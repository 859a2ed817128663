"""A resident's way in by SMS: codes, their limits, and what is kept of them. Over HTTP."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from jingwei.foundation.access.models import Person
from jingwei.foundation.administration.contracts import RESIDENT_PHONE, STAFF_PHONE
from jingwei.foundation.administration.models import PhoneCode
from jingwei.foundation.administration.rules.phones import ADDRESS_LIMITS, PHONE_LIMITS, seconds_to_wait
from jingwei.foundation.administration.services import phones
from jingwei.foundation.administration.services.phones import PHONE_DOOR
from jingwei.foundation.notices.models import Outgoing
from jingwei.foundation.notices.services.messages import TEXT_FIELD
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from jingwei.kernel.crypto import decrypt
from jingwei.kernel.errors import DomainError
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
PHONE = "13873712345"
JSON = "application/json"


def ask(phone: str = PHONE, **headers: str) -> Any:
    return Client().post("/api/v1/phone-codes", {"phone": phone}, content_type=JSON, headers=headers)


def enter(code: str, phone: str = PHONE, client: Client | None = None) -> Any:
    body = {"phone": phone, "code": code}
    return (client or Client()).post("/api/v1/session/phone", body, content_type=JSON)


def sent_code(settings: Any) -> str:
    """What stands in the last SMS."""
    with eyes(CAST.machine):
        last = Outgoing.objects.order_by("-created_at", "-id")[0]
    text = decrypt(settings.FIELD_KEY, bytes(last.text_sealed), field=TEXT_FIELD)
    found = re.search(r"\d{6}", text)
    assert found
    return found.group()


def test_a_code_by_sms_opens_a_residents_session(settings: Any) -> None:
    assert ask("138 7371 2345").json() == {"lasts_seconds": 300, "again_in_seconds": 60}
    client = Client()
    answer = enter(sent_code(settings), "+86 13873712345", client)
    assert answer.status_code == 200
    assert answer.cookies["jw_session"]["httponly"]
    me = client.get("/api/v1/me").json()
    assert (me["role"], me["name"], me["scope"], me["posts"]) == ("resident", "居民", "", [])


def test_who_comes_again_is_the_same_person_and_staff_are_never_found_by_their_number(settings: Any) -> None:
    staff = seal_value(STAFF_PHONE, PHONE)
    with eyes(CAST.machine):
        Person.objects.filter(pk=CAST.wu.person_id).update(phone_sealed=staff.sealed, phone_index=staff.index)
    people = []
    for minutes in (0, 10):
        at = MONDAY_10 + timedelta(minutes=minutes)
        phones.ask_code(PHONE, address="1.2.3.4", at=at)
        people.append(phones.sign_in_by_phone(PHONE, sent_code(settings), at=at).actor.person_id)
    assert people[0] == people[1]
    assert people[0] != CAST.wu.person_id


def test_a_number_is_answered_alike_whether_known_or_not(settings: Any) -> None:
    first = ask()
    assert enter(sent_code(settings)).status_code == 200
    with eyes(PHONE_DOOR):
        PhoneCode.objects.all().delete()
    again, stranger = ask(), ask("13900001111")
    assert first.status_code == again.status_code == stranger.status_code == 202
    assert first.json() == again.json() == stranger.json()
    wrong, never_asked = enter("000000x"), enter("123456", "13900002222")
    assert (wrong.status_code, wrong.json()) == (never_asked.status_code, never_asked.json())
    assert wrong.json()["code"] == "administration.phone_code_refused"


def test_a_code_ends_with_its_use_its_time_its_tries_or_the_next_code(settings: Any) -> None:
    def refused(code: str, at: datetime) -> bool:
        with pytest.raises(DomainError, match="验证码不正确或已失效"):
            phones.sign_in_by_phone(PHONE, code, at=at)
        return True

    def asked(minutes: int) -> tuple[str, datetime]:
        at = MONDAY_10 + timedelta(minutes=minutes)
        phones.ask_code(PHONE, address="1.2.3.4", at=at)
        return sent_code(settings), at

    code, at = asked(0)
    assert phones.sign_in_by_phone(PHONE, code, at=at).secret
    assert refused(code, at)
    code, at = asked(10)
    assert refused(code, at + timedelta(minutes=5))
    assert phones.sign_in_by_phone(PHONE, code, at=at + timedelta(minutes=4, seconds=59)).secret
    code, at = asked(20)
    for _ in range(5):
        assert refused("wrong", at)
    assert refused(code, at)
    code, at = asked(30)
    newer, _ = asked(32)
    assert code == newer or refused(code, at + timedelta(minutes=3))


def test_codes_are_not_sent_too_often_to_one_number_or_from_one_address() -> None:
    assert ask().status_code == 202
    second = ask()
    assert (second.status_code, second.json()["code"]) == (429, "administration.codes_too_often")
    assert 0 < second.json()["data"]["seconds"] <= 60
    with eyes(PHONE_DOOR):
        here = PhoneCode.objects.get()
        PhoneCode.objects.bulk_create(
            PhoneCode(
                phone_index=number.to_bytes(16, "big"),
                address_index=here.address_index,
                code_digest=b"",
                sent_at=now(),
                expires_at=now(),
            )
            for number in range(ADDRESS_LIMITS[0][1])
        )
    assert ask("13900001111").status_code == 429


def test_the_wait_is_as_long_as_the_fullest_window() -> None:
    assert seconds_to_wait([], PHONE_LIMITS, at=MONDAY_10) == 0
    sent = [MONDAY_10 - timedelta(minutes=one) for one in (2, 10, 20, 30, 50)]
    assert seconds_to_wait(sent, PHONE_LIMITS, at=MONDAY_10) == 10 * 60
    assert seconds_to_wait(sent[:4], PHONE_LIMITS, at=MONDAY_10) == 0
    assert seconds_to_wait([MONDAY_10 - timedelta(seconds=15)], PHONE_LIMITS, at=MONDAY_10) == 45


@pytest.mark.parametrize("phone", ["0737-1234567", "12345", "23873712345", "12345678901"])
def test_what_gets_no_sms_is_said(phone: str) -> None:
    assert ask(phone).status_code == 422


def test_neither_number_nor_code_nor_address_can_be_read_in_what_is_kept(settings: Any) -> None:
    ask()
    code = sent_code(settings)
    with eyes(PHONE_DOOR), connection.cursor() as cursor:
        cursor.execute("select c::text from administration_phonecode c")
        kept = str(cursor.fetchall())
        cursor.execute("select string_agg(e.change::text || e.target, '') from audit_entry e")
        kept += str(cursor.fetchall())
    for secret in (PHONE, PHONE.encode().hex(), code.encode().hex(), "127.0.0.1", b"127.0.0.1".hex()):
        assert secret not in kept
    for actor in (CAST.he, CAST.ding, CAST.li):
        with eyes(actor):
            assert not PhoneCode.objects.exists()
    phones.forget_codes(at=now() + timedelta(days=3))
    with eyes(PHONE_DOOR):
        assert not PhoneCode.objects.exists()


def test_another_sites_page_cannot_have_codes_sent() -> None:
    assert ask(**{"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_the_number_is_kept_sealed_under_its_own_name(settings: Any) -> None:
    ask()
    enter(sent_code(settings))
    with eyes(CAST.machine):
        person = Person.objects.get(phone_index=seal_value(RESIDENT_PHONE, PHONE).index)
    assert PHONE.encode() not in bytes(person.phone_sealed)

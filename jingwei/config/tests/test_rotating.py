"""Keys are changed while the city works: it may be killed in the middle, everything is read and found meanwhile."""

import base64
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import timedelta
from uuid import UUID

import pytest
from django.conf import settings

from jingwei.config import sealed
from jingwei.config.conftest import using
from jingwei.config.rotating import ROTATOR
from jingwei.domains.incidents.rules.personal import REPORTER_PHONE
from jingwei.domains.residents.models import Resident
from jingwei.domains.residents.services.finding import find_residents
from jingwei.domains.residents.tests.people import PHONE, number, resident
from jingwei.foundation.access.models import Person, SecondFactor
from jingwei.foundation.access.services.factors import SECRET_FIELD
from jingwei.foundation.administration.contracts import STAFF_PHONE
from jingwei.foundation.administration.models import Pass
from jingwei.foundation.administration.services.containers import LENT
from jingwei.foundation.forms.services.sealing import ciphertext_of
from jingwei.foundation.notices.models import Outgoing
from jingwei.foundation.privacy.services import masked_value, seal_value
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from jingwei.kernel.crypto import KeyMissing, KeyRing, decrypt, encrypt, mark_of
from tests.cast import CAST, MONDAY_10
from tests.databases import ROOT, clone_database, database_name, drop_meanwhile, owner_connection

FORMER, PRESENT = b"f" * 32, b"p" * 32
TICKETS = 40
IDENTITY = "residents.person.identity"


def test_every_sealed_column_is_known_with_what_it_was_sealed_as() -> None:
    known = {one.name for one in sealed.columns()}
    assert {name for name in sealed.FIELDS if name not in known} == set()
    assert {
        "residents_resident.sealed",
        "dwellings_building.sealed",
        "incidents_incident.reporter_phone_sealed",
    } <= known
    assert all(one.fields for one in sealed.columns())


def test_a_sealed_column_of_which_nobody_spoke_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "FIELDS", {k: v for k, v in sealed.FIELDS.items() if "joint" not in k})
    with pytest.raises(LookupError):
        sealed.columns()


@pytest.fixture(scope="module")
def city(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    """A city with values of every shape under the former key, one of them from before values said their key."""
    name, before = database_name("keys"), settings.FIELD_KEY
    clone_database(name)
    with django_db_blocker.unblock(), using(name):  # type: ignore[attr-defined]
        settings.FIELD_KEY = KeyRing(FORMER)
        for one in range(1, 4):
            resident(f"王小{one}", one, facts={"phone": PHONE})
        with eyes(ROTATOR):
            phone = seal_value(STAFF_PHONE, "13800001234").sealed
            Person.objects.filter(pk=CAST.wu.person_id).update(phone_sealed=phone)
            secret = encrypt(settings.FIELD_KEY, "SECRET", field=f"{SECRET_FIELD}:{CAST.wu.person_id}")
            SecondFactor(person_id=CAST.wu.person_id, secret_sealed=secret, begun_at=now()).save(
                force_insert=True
            )
            Pass.objects.bulk_create(
                Pass(
                    name=f"{one:03}",
                    sealed=encrypt(FORMER if one == 0 else settings.FIELD_KEY, f"ticket {one}", field=LENT),
                    expires_at=now() + timedelta(hours=1),
                )
                for one in range(TICKETS)
            )
            Outgoing(
                channel="sms", audience="resident", once="x", target="x", state="sent", created_at=now(), due_at=now(),
                address_field=asdict(REPORTER_PHONE), address_sealed=seal_value(REPORTER_PHONE, PHONE).sealed,
            ).save(force_insert=True)  # fmt: skip
        yield name
        settings.FIELD_KEY = before
    drop_meanwhile(name)


@pytest.mark.slow
def test_a_rotation_is_killed_goes_on_and_loses_nobody(city: str) -> None:
    both = KeyRing(PRESENT, [FORMER])
    code, said = rotate(city, "--portion", "1", kill_after="administration_pass.sealed")
    assert code < 0, said
    settings.FIELD_KEY = both
    lent = tickets()
    heads = [one.startswith(both.head) for one in lent]
    assert any(heads)
    assert not all(heads)
    assert read(lent, both) == [f"ticket {one}" for one in range(TICKETS)]
    assert found(number(2)) == ["王小2"]
    assert found(PHONE) == ["王小1", "王小2", "王小3"]
    later = resident("王小4", 4, facts={"phone": PHONE})

    code, said = rotate(city, "--state")
    assert (code, mark_of(FORMER).hex() in said) == (1, True)
    code, said = rotate(city)
    assert code == 0, said
    settings.FIELD_KEY = KeyRing(PRESENT)
    assert read(tickets(), settings.FIELD_KEY) == [f"ticket {one}" for one in range(TICKETS)]
    assert found(number(4)) == ["王小4"]
    assert identity_of(later.pk) == number(4)
    with eyes(ROTATOR):
        address = Outgoing.objects.values_list("address_sealed", flat=True).get(once="x")
        phone = Person.objects.values_list("phone_sealed", flat=True).get(pk=CAST.wu.person_id)
        factor = SecondFactor.objects.get(person_id=CAST.wu.person_id)
    assert masked_value(REPORTER_PHONE, address) == "138****1234"
    assert masked_value(STAFF_PHONE, phone) == "138****1234"
    assert (
        decrypt(settings.FIELD_KEY, bytes(factor.secret_sealed), field=f"{SECRET_FIELD}:{CAST.wu.person_id}")
        == "SECRET"
    )
    with owner_connection(city) as owner:
        acts = owner.execute(
            "select change->>'act' from audit_entry where target = 'privacy.keys:all' order by id"
        )
        assert [act for (act,) in acts.fetchall()] == ["keys_rotating", "keys_rotating", "keys_rotated"]

    code, said = rotate(city, key=b"n" * 32, beside=())
    assert code == 1
    assert mark_of(PRESENT).hex() in said
    assert "JINGWEI_FIELD_KEYS_BESIDE" in said


def test_without_the_key_that_a_value_names_it_says_which_is_missing(city: str) -> None:
    settings.FIELD_KEY = KeyRing(b"n" * 32)
    with pytest.raises(KeyMissing) as refusal:
        masked_value(STAFF_PHONE, encrypt(KeyRing(b"m" * 32), PHONE, field=STAFF_PHONE.name))
    assert refusal.value.data["mark"] == mark_of(b"m" * 32).hex()


def rotate(
    city: str, *words: str, key: bytes = PRESENT, beside: tuple[bytes, ...] = (FORMER,), kill_after: str = ""
) -> tuple[int, str]:
    """Runs the command as the owner, in a process of its own; killed after it has told of a column."""
    environment = os.environ | {
        "JINGWEI_DATABASE_ROLE": "owner",
        "JINGWEI_DATABASE_NAME": city,
        "JINGWEI_FIELD_KEY": base64.b64encode(key).decode(),
        "JINGWEI_FIELD_KEYS_BESIDE": ",".join(base64.b64encode(one).decode() for one in beside),
        "PYTHONUNBUFFERED": "1",
    }
    said = []
    with subprocess.Popen(
        [sys.executable, "-m", "jingwei", "rotate_keys", *words],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            if kill_after and kill_after in line:
                process.kill()
    return process.returncode, "".join(said)


def tickets() -> list[bytes]:
    with eyes(ROTATOR):
        return [bytes(one) for one in Pass.objects.order_by("name").values_list("sealed", flat=True)]


def read(lent: list[bytes], ring: KeyRing) -> list[str]:
    return [decrypt(ring, one, field=LENT) for one in lent]


def found(words: str) -> list[str]:
    return sorted(row.name for row in find_residents(CAST.lin, words, remark="", at=MONDAY_10))


def identity_of(resident_id: UUID) -> str:
    with eyes(CAST.lin):
        row = Resident.objects.visible_to(CAST.lin).get(pk=resident_id)
    kept = ciphertext_of(row, "identity")
    assert kept is not None
    return decrypt(settings.FIELD_KEY, kept, field=IDENTITY)

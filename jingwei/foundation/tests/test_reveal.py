"""Opening a personal field leaves a trace that the person concerned can read and nobody can remove."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from jingwei.foundation.privacy import queries, services
from jingwei.foundation.privacy.contracts import Mask, PersonalField, Purpose
from jingwei.foundation.scoping import eyes
from jingwei.kernel.crypto import Unreadable
from tests.cast import CAST, MONDAY_10

PHONE = PersonalField("test.phone", "联系电话", "联系反映人", "个人信息保护法第十三条", 730, Mask.PHONE)


@pytest.fixture
def looked_at(db: None) -> Iterator[str]:
    sealed = services.seal_value(PHONE, "13800138000").sealed
    with eyes(CAST.wu):
        yield reveal(sealed)


def reveal(sealed: bytes, **changes: Any) -> str:
    return services.reveal_value(
        CAST.wu,
        PHONE,
        sealed,
        **{
            "target": "test.thing:1",
            "subject_id": CAST.li.person_id,
            "purpose": Purpose.CONTACT_REPORTER,
            "remark": "核实地点",
            "at": MONDAY_10,
            **changes,
        },
    )


def test_opening_a_value_records_who_what_when_and_why(looked_at: str) -> None:
    assert looked_at == "13800138000"
    (look,) = queries.looks_at("test.thing:1")
    assert (look.person_id, look.post_id, look.unit_id) == (
        CAST.wu.person_id,
        CAST.wu.post_id,
        CAST.wu.unit_id,
    )
    assert (look.viewer_name, look.field, look.at) == ("吴芳", "test.phone", MONDAY_10)
    assert (look.purpose, look.remark) == ("contact_reporter", "核实地点")


def test_the_person_concerned_can_see_who_looked_and_strangers_cannot(looked_at: str) -> None:
    with eyes(CAST.li):
        assert [look.viewer_name for look in queries.looks_at_person(CAST.li.person_id)] == ["吴芳"]
    for stranger in (CAST.wang, CAST.zhao, CAST.he):
        with eyes(stranger):
            assert queries.looks_at_person(CAST.li.person_id) == []


def test_a_value_that_cannot_be_opened_leaves_nothing_open(db: None) -> None:
    with pytest.raises(Unreadable), eyes(CAST.wu):
        reveal(b"\x01" + b"0" * 40)
    with eyes(CAST.machine):
        assert queries.looks_at("test.thing:1") == []


def test_who_looked_cannot_be_unwritten(looked_at: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select has_table_privilege('privacy_reveal', 'update'), has_table_privilege('privacy_reveal', 'delete')"
        )
        assert cursor.fetchone() == (False, False)

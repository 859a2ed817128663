"""A whole verification in portions: it can be watched, it comes to the same result, and one is enough."""

import psycopg
import pytest

from jingwei.foundation.audit import services
from jingwei.foundation.audit.contracts import Fault, Verification
from jingwei.foundation.audit.queries import latest_check, latest_walk, verify
from jingwei.foundation.audit.rules import WalkOnItsWay
from jingwei.foundation.audit.tests.acting import LATER, act, seal_now
from jingwei.foundation.scoping import eyes
from tests.cast import CAST


@pytest.fixture(autouse=True)
def _small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "SEALS_PER_PORTION", 2)


def sealed(count: int) -> None:
    for n in range(count):
        act(f"a:{n}")
        seal_now()


def walked() -> Verification:
    for _ in range(20):
        result = services.advance_walk(at=LATER)
        if result is not None:
            return result
    raise AssertionError("the walk did not arrive")


def progress() -> tuple[int, int, int]:
    with eyes(CAST.cao):
        state = latest_walk()
    assert state is not None
    return state.seals_done, state.seal_total, state.entries_done


def test_it_goes_portion_by_portion_and_can_be_watched() -> None:
    sealed(5)
    services.begin_walk(at=LATER)
    assert progress() == (0, 5, 0)
    assert services.advance_walk(at=LATER) is None
    assert progress() == (2, 5, 2)
    assert services.advance_walk(at=LATER) is None
    result = services.advance_walk(at=LATER)
    assert result == verify(at=LATER)
    assert result == latest_check()
    assert progress() == (5, 5, 5)


@pytest.mark.parametrize("seals", [0, 1, 2, 4])
def test_it_arrives_whatever_the_length(seals: int) -> None:
    sealed(seals)
    services.begin_walk(at=LATER)
    assert walked() == verify(at=LATER)


def test_what_one_portion_finds_is_in_the_result(owner: psycopg.Connection) -> None:
    sealed(5)
    owner.execute("update audit_entry set target = 'a:9' where target = 'a:1'")
    owner.execute("delete from audit_seal where number = 4")
    services.begin_walk(at=LATER)
    result = walked()
    assert {(f.fault, f.seal_number) for f in result.findings} >= {
        (Fault.ENTRY_CHANGED, 2),
        (Fault.SEAL_DELETED, 4),
    }
    assert latest_check() == result
    with pytest.raises(services.AuditTouched):
        services.require_intact(result)


def test_seals_made_meanwhile_are_walked_too() -> None:
    sealed(3)
    services.begin_walk(at=LATER)
    services.advance_walk(at=LATER)
    sealed(2)
    assert walked().seal_count == 5


def test_one_is_enough() -> None:
    sealed(3)
    services.begin_walk(at=LATER)
    with pytest.raises(WalkOnItsWay):
        services.begin_walk(at=LATER)
    walked()
    assert services.advance_walk(at=LATER) is None
    services.begin_walk(at=LATER)
    walked()

"""Strangers who try somebody's name: they get nowhere, and they keep nobody out."""

from datetime import datetime, timedelta

import pytest

from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Visitor
from jingwei.foundation.administration.services import door
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import DomainError
from tests.cast import CAST, MONDAY_10, PASSWORD
from tools.assurance import depth

pytestmark = pytest.mark.django_db
HOME = Visitor(address="58.20.10.7")
TRIES = depth(100, 10_000)


def stranger(number: int) -> Visitor:
    """Another address each time."""
    return Visitor(address=f"101.{number // 65536 % 256}.{number // 256 % 256}.{number % 256}")


def attack(tries: int, *, at: datetime, seconds_each: float = 0, one_address: bool = False) -> int:
    """Wrong passwords for Wu from elsewhere. Returns how many were looked at at all."""
    looked_at = 0
    for number in range(tries):
        visitor = stranger(0 if one_address else number)
        when = at + timedelta(seconds=number * seconds_each)
        try:
            access.knock("wu", "wrong", visitor, known=None, at=when)
        except access.SignInDelayed:
            continue
        looked_at += 1
    return looked_at


def code_of(visitor: Visitor, password: str, at: datetime) -> str:
    try:
        door.sign_in("wu", password, at=at, visitor=visitor)
    except DomainError as refusal:
        return refusal.code
    return "in"


def test_thousands_of_wrong_tries_do_not_keep_the_owner_out_of_a_device_they_use() -> None:
    at = MONDAY_10
    device = door.sign_in("wu", PASSWORD, at=at, visitor=HOME).device
    attack(TRIES, at=at)
    later = at + timedelta(seconds=1)
    elsewhere = Visitor(address="9.9.9.9", remembered=device)
    assert code_of(elsewhere, PASSWORD, later) == "in"
    assert code_of(Visitor(address=HOME.address), PASSWORD, later) == "in", "the network is known as well"
    assert code_of(Visitor(address="9.9.9.10"), PASSWORD, later) == "access.sign_in_delayed"


def test_guessing_from_many_addresses_is_bounded_all_the_same() -> None:
    assert attack(TRIES, at=MONDAY_10) == 60
    a_day = attack(TRIES, at=MONDAY_10 + timedelta(days=1), seconds_each=86_400 / TRIES)
    assert a_day <= 60 + 240


def test_guessing_from_one_address_is_slower_still() -> None:
    assert attack(TRIES, at=MONDAY_10, one_address=True) == 5


def test_many_names_from_one_address_are_bounded_together() -> None:
    looked_at = 0
    for number in range(105):
        try:
            access.knock(f"name{number}", "wrong", HOME, known=None, at=MONDAY_10)
        except access.SignInDelayed:
            continue
        looked_at += 1
    assert looked_at == 100


def test_good_sign_ins_cost_an_office_behind_one_address_nothing() -> None:
    """More people come to work than may fail; then one of them mistypes."""
    for _ in range(120):
        knocked = access.knock("sun", PASSWORD, HOME, known=None, at=MONDAY_10)
        access.forgive(knocked, at=MONDAY_10)
    assert code_of(HOME, "wrong", MONDAY_10) == "access.sign_in_refused"


def test_an_administrators_one_time_password_passes_the_attack() -> None:
    attack(TRIES, at=MONDAY_10)
    with eyes(CAST.machine):
        password = access.reset_password(CAST.wu.person_id, by=None, at=MONDAY_10)
    attack(TRIES, at=MONDAY_10)
    new = Visitor(address="9.9.9.9")
    assert code_of(new, PASSWORD, MONDAY_10) == "access.sign_in_delayed"
    assert code_of(new, password, MONDAY_10) == "in"


def test_a_stolen_or_made_up_memory_of_a_device_opens_no_other_account() -> None:
    at = MONDAY_10
    device = door.sign_in("sun", PASSWORD, at=at, visitor=HOME).device
    attack(TRIES, at=at)
    for remembered in (device, device[:-4] + "AAAA", "x", "=" * 9):
        visitor = Visitor(address="9.9.9.9", remembered=remembered)
        assert code_of(visitor, PASSWORD, at) == "access.sign_in_delayed"


def test_a_known_device_is_not_for_guessing_either() -> None:
    device = door.sign_in("wu", PASSWORD, at=MONDAY_10, visitor=HOME).device
    thief = Visitor(address="9.9.9.9", remembered=device)
    codes = [code_of(thief, "wrong", MONDAY_10) for _ in range(6)]
    assert codes == ["access.sign_in_refused"] * 5 + ["access.sign_in_delayed"]


def test_a_new_password_forgets_every_device() -> None:
    at = MONDAY_10
    device = door.sign_in("wu", PASSWORD, at=at, visitor=HOME).device
    with eyes(CAST.machine):
        access.reset_password(CAST.wu.person_id, by=None, at=at + timedelta(seconds=1))
        later = at + timedelta(seconds=2)
        assert access.known_as("wu", Visitor(address="9.9.9.9", remembered=device), at=later) is None


def test_networks_are_forgotten_after_three_months() -> None:
    door.sign_in("wu", PASSWORD, at=MONDAY_10, visitor=HOME)
    with eyes(CAST.machine):
        for days, is_known in ((89, True), (92, False)):
            at = MONDAY_10 + timedelta(days=days)
            assert (access.known_as("wu", HOME, at=at) is not None) is is_known
        assert access.forget_places(at=MONDAY_10 + timedelta(days=89)) == 0
        assert access.forget_places(at=MONDAY_10 + timedelta(days=92)) == 1

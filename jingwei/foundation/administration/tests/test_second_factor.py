"""Setting a second factor up, signing in with it, and getting in without the telephone."""

from datetime import timedelta
from typing import Any

import pyotp
import pytest
from django.test import Client

from jingwei.foundation.access.models import RecoveryCode, SecondFactor
from jingwei.foundation.access.rules.doors import STEP_SECONDS
from jingwei.foundation.administration.services import door, factors
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from jingwei.kernel.errors import DomainError
from tests.calling import Call, call
from tests.cast import CAST, MONDAY_10, PASSWORD

__all__ = ["call"]
pytestmark = pytest.mark.django_db
AGAIN = timedelta(seconds=STEP_SECONDS)


def enrol(at: Any = None) -> tuple[pyotp.TOTP, list[str]]:
    """Wu sets one up; the app, and the recovery codes."""
    at = at or now() - 2 * AGAIN
    actor = door.sign_in("wu", PASSWORD, at=at).actor
    app = pyotp.TOTP(factors.begin_factor(actor, at=at).secret)
    return app, factors.confirm_factor(actor, app.at(at), at=at)


def knock(code: str = "") -> Any:
    body = {"username": "wu", "password": PASSWORD, "code": code}
    return Client().post("/api/v1/session", body, content_type="application/json")


def titles_told() -> list[str]:
    with eyes(CAST.machine):
        return list(
            Notice.objects.filter(person_id=CAST.wu.person_id)
            .order_by("id")
            .values_list("title_zh", flat=True)
        )


def test_enrolling_takes_a_first_code_and_gives_ten_recovery_codes_once(call: Call) -> None:
    begun = call(CAST.wu, "POST", "/me/second-factor").json()
    assert begun["address"].startswith("otpauth://totp/")
    assert {len(row) for row in begun["picture"]} == {len(begun["picture"])}
    assert set("".join(begun["picture"])) == {"0", "1"}
    assert call(CAST.wu, "GET", "/me/security").json()["factor"]["confirmed_at"] is None
    wrong = call(CAST.wu, "POST", "/me/second-factor/confirmation", {"code": "000000"})
    assert wrong.json()["code"] == "access.second_factor_refused"

    code = pyotp.TOTP(begun["secret"]).at(now())
    codes = call(CAST.wu, "POST", "/me/second-factor/confirmation", {"code": code}).json()["codes"]
    assert len(set(codes)) == 10
    security = call(CAST.wu, "GET", "/me/security").json()
    assert (security["factor"]["recovery_codes_left"], security["proof_way"]) == (10, "code")
    assert security["factor"]["confirmed_at"]
    assert not any(one in str(security) for one in codes)


def test_nothing_of_it_can_be_read_in_the_database_and_not_by_others() -> None:
    app, codes = enrol()
    with eyes(CAST.ding):
        assert not SecondFactor.objects.exists()
        assert not RecoveryCode.objects.exists()
    with eyes(CAST.wu):
        kept = bytes(SecondFactor.objects.get().secret_sealed)
        digests = [bytes(one) for one in RecoveryCode.objects.values_list("digest", flat=True)]
    assert app.secret.encode() not in kept
    assert not any(codes[0].replace("-", "").encode() in digest for digest in digests)


def test_signing_in_asks_for_the_code_as_well() -> None:
    app, _ = enrol()
    refused = knock()
    assert (refused.status_code, refused.json()["next"]) == (401, "second_factor")
    assert refused.json()["code"] == "access.second_factor_needed"
    assert "jw_session" not in refused.cookies
    assert knock("123").json()["code"] == "access.second_factor_refused"
    assert knock(app.at(now())).status_code == 200


def test_a_code_works_once_and_none_before_it_any_more() -> None:
    at = MONDAY_10
    app, _ = enrol(at)
    later = at + 4 * AGAIN
    assert door.sign_in("wu", PASSWORD, code=app.at(later), at=later)
    for stale in (later, later - AGAIN):
        with pytest.raises(DomainError) as refusal:
            door.sign_in("wu", PASSWORD, code=app.at(stale), at=later)
        assert refusal.value.code == "access.second_factor_refused"
    assert door.sign_in("wu", PASSWORD, code=app.at(later + AGAIN), at=later)


@pytest.mark.parametrize(("aside", "is_taken"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_telephones_clock_may_be_half_a_minute_off(aside: int, is_taken: bool) -> None:
    app, _ = enrol(MONDAY_10)
    at = MONDAY_10 + timedelta(minutes=10)
    code = app.at(at + aside * AGAIN)
    if is_taken:
        assert door.sign_in("wu", PASSWORD, code=code, at=at)
    else:
        with pytest.raises(DomainError):
            door.sign_in("wu", PASSWORD, code=code, at=at)


def test_a_recovery_code_stands_in_once_and_its_owner_is_told() -> None:
    _, codes = enrol()
    said = codes[0].lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert knock(said).status_code == 200
    assert knock(codes[0]).json()["code"] == "access.second_factor_refused"
    assert "用掉了一个恢复码，还剩9个" in titles_told()
    assert knock(codes[1]).status_code == 200


def test_new_recovery_codes_end_the_old_ones(call: Call) -> None:
    _, codes = enrol()
    fresh = call(CAST.wu, "POST", "/me/recovery-codes").json()["codes"]
    assert not set(fresh) & set(codes)
    assert knock(codes[0]).status_code == 401
    assert knock(fresh[0]).status_code == 200


def test_guessing_codes_is_slow_and_the_owner_learns_that_the_password_is_known() -> None:
    enrol()
    codes = [knock(f"{number:06}").json()["code"] for number in range(12)]
    assert codes == ["access.second_factor_refused"] * 10 + ["access.sign_in_delayed"] * 2
    assert titles_told().count("有人用您的密码登录，但没有通过两步验证") == 1


def test_an_administrator_takes_it_off_and_the_person_is_told(call: Call) -> None:
    enrol()
    path = f"/staff/{CAST.wu.person_id}/second-factor/take-off"
    assert call(CAST.wu, "POST", path, {"reason": "换手机"}).status_code == 403
    assert call(CAST.ding, "POST", path, {"reason": "换手机，当面核实"}).status_code == 204
    assert call(CAST.ding, "POST", path, {"reason": "再来一次"}).json()["code"] == "access.no_second_factor"
    assert knock().status_code == 200
    assert any(f"由管理员{CAST.ding.name}解除" in title for title in titles_told())
    with eyes(CAST.machine):
        entry = Entry.objects.get(change__act="take_second_factor_off")
    assert (entry.person_id, entry.change["reason"]) == (CAST.ding.person_id, "换手机，当面核实")


def test_nobody_takes_off_their_own_in_that_way(call: Call) -> None:
    path = f"/staff/{CAST.ding.person_id}/second-factor/take-off"
    assert call(CAST.ding, "POST", path, {"reason": "自己来"}).json()["code"] == "access.not_to_yourself"


def test_taking_off_ones_own_is_told_as_well(call: Call) -> None:
    enrol()
    assert call(CAST.wu, "DELETE", "/me/second-factor").status_code == 204
    assert call(CAST.wu, "GET", "/me/security").json()["proof_way"] == "password"
    assert knock().status_code == 200
    assert "两步验证已解除" in titles_told()


def test_a_post_whose_role_needs_it_waits_until_it_is_there(settings: Any) -> None:
    settings.SECOND_FACTOR_ROLES = ["desk"]
    client = Client(headers={"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"})
    body = {"username": "wu", "password": PASSWORD}
    assert client.post("/api/v1/session", body, content_type="application/json").status_code == 200
    me = client.get("/api/v1/me").json()
    assert (me["role"], me["post"], me["is_held_back"]) == ("resident", None, True)
    assert "accept_incident" not in me["permissions"]
    switch = {"post_id": me["posts"][0]["post_id"]}
    refused = client.post("/api/v1/session/post", switch, content_type="application/json").json()
    assert (refused["code"], refused["next"]) == ("access.second_factor_required", "enrol")

    secret = client.post("/api/v1/me/second-factor").json()["secret"]
    code = {"code": pyotp.TOTP(secret).at(now())}
    path = "/api/v1/me/second-factor/confirmation"
    assert client.post(path, code, content_type="application/json").status_code == 200
    me = client.get("/api/v1/me").json()
    assert (me["role"], me["is_held_back"]) == ("desk", False)


def test_a_secret_that_was_never_confirmed_lapses() -> None:
    actor = door.sign_in("wu", PASSWORD, at=MONDAY_10).actor
    app = pyotp.TOTP(factors.begin_factor(actor, at=MONDAY_10).secret)
    late = MONDAY_10 + timedelta(minutes=16)
    with pytest.raises(DomainError) as refusal:
        factors.confirm_factor(actor, app.at(late), at=late)
    assert refusal.value.code == "access.no_second_factor"


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "94287082"), (1111111109, "07081804"), (1234567890, "89005924"), (20000000000, "65353130")],
)
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    """Source: RFC 6238, appendix B, SHA-1."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert pyotp.TOTP(secret, digits=8).generate_otp(seconds // STEP_SECONDS) == code
    assert pyotp.TOTP(secret).generate_otp(seconds // STEP_SECONDS) == code[2:]

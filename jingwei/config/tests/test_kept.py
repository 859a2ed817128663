"""What is kept about me, who looked, and who my officer is: over HTTP, with every app that keeps something wired in."""

from typing import Any

import pytest
from django.test import Client

from jingwei.config.wiring import KEPT
from jingwei.domains.hotline.models import Call as Telephoned
from jingwei.domains.hotline.rules.personal import CALLER_NUMBER
from jingwei.domains.incidents.queries.following import public_id_of
from jingwei.domains.incidents.services.claiming import claim_reports
from jingwei.domains.incidents.services.following import follow_matter
from jingwei.domains.incidents.services.reporter import reveal_reporter
from jingwei.domains.incidents.tests.walking import PHONE, photo, reported
from jingwei.domains.residents.services.mine import Claim, claim_record
from jingwei.domains.residents.tests.people import number as number_of
from jingwei.domains.residents.tests.people import resident as somebody
from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.access.models import Unit
from jingwei.foundation.access.services import open_session, register_resident
from jingwei.foundation.administration.contracts import RESIDENT_PHONE
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_person
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST, CITY, COMMUNITY, GRID_1, GRID_2, centre, inside

pytestmark = pytest.mark.django_db


@pytest.fixture
def resident() -> Actor:
    sealed = seal_value(RESIDENT_PHONE, PHONE)
    with eyes(CAST.machine):
        person_id = register_resident(name="居民", phone=(sealed.sealed, sealed.index), at=now())
    return Actor(role=Role.RESIDENT, name="居民", person_id=person_id)


def get(path: str, who: Actor | None = None) -> Any:
    headers = {}
    if who is not None and who.person_id:
        with eyes(CAST.machine):
            headers["Authorization"] = f"Bearer {open_session(who.person_id, at=now())}"
    return Client().get(f"/api/v1{path}", headers=headers)


def test_everything_kept_is_told_with_its_purpose_ground_and_time(resident: Actor) -> None:
    at = now()
    walk = reported(CAST.public, at=at, reported_at=at, reporter_name="刘芳")
    assert claim_reports(resident, at=at) == 1
    photo(resident)
    somebody("刘芳", 1, at=at, facts={"phone": PHONE})
    claim_record(resident, Claim("刘芳", number_of(1)), at=at)
    followed = reported(CAST.li, at=at, reported_at=at).accepted()
    follow_matter(resident, public_id_of(followed.case), at=followed.at)
    number = seal_value(CALLER_NUMBER, PHONE)
    with eyes(CAST.machine):
        assert resident.person_id
        notify_person(
            CAST.machine, resident.person_id, kind="t", words=Words("已受理", "Accepted"), target="t", at=at
        )
        Telephoned(
            call_key="1",
            direction="inbound",
            state="ended",
            unit_id=centre(COMMUNITY),
            number_sealed=number.sealed,
            number_index=number.index,
            rang_at=at,
            answered_at=at,
            ended_at=at,
            told_at=at,
            city_code=CITY,
            scope_code=COMMUNITY,
        ).save(force_insert=True)
    answer = get("/me/kept", resident)
    kept = {one["kind"]: one for one in answer.json()}
    assert {kind: one["count"] for kind, one in kept.items()} == {
        "account_phone": 1,
        "sessions": 1,
        "reports": 1,
        "reporter_phone": 1,
        "reporter_name": 1,
        "followed": 1,
        "files": 1,
        "notices": 1,
        "calls": 1,
        "resident_record": 1,
    }
    assert all(one["purpose"] and "个人信息保护法" in one["legal_basis"] for one in kept.values())
    assert kept["account_phone"]["shown"] == "138****2345"
    assert (kept["reporter_phone"]["retention_days"], kept["calls"]["retention_days"]) == (730, 180)
    assert PHONE not in answer.content.decode()
    assert walk.receipt.tracking_code not in answer.content.decode()
    assert len(KEPT) == 6


def test_nobody_reads_what_is_kept_about_somebody_else(resident: Actor) -> None:
    reported(CAST.li)
    assert [one["kind"] for one in get("/me/kept", CAST.wang).json()] == ["sessions"]
    assert get("/me/kept").status_code == 401
    assert get("/me/looks").status_code == 401


def test_who_looked_is_told_with_the_unit_and_the_report(resident: Actor) -> None:
    walk = reported(CAST.public, at=now(), reported_at=now()).accepted()
    claim_reports(resident, at=walk.at)
    reveal_reporter(CAST.wu, walk.case, purpose=Purpose.CONTACT_REPORTER, remark="核实", at=walk.at)
    (look,) = get("/me/looks", resident).json()
    assert (look["viewer_name"], look["purpose"]) == ("吴芳", "contact_reporter")
    assert (look["unit_name"], look["receipt_no"]) == ("迎春社区综治中心", walk.receipt.receipt_no)
    assert look["incident_id"] == str(walk.case)
    assert get("/me/looks", CAST.wang).json() == []
    assert get("/me/looks", CAST.wu).json() == []


def test_my_officer_is_found_by_position_grid_or_community() -> None:
    with eyes(CAST.machine):
        Unit.objects.filter(pk=centre(COMMUNITY)).update(public_phone="0737-4321000")
    lon, lat = inside(GRID_1)
    here = get(f"/my-officer?lon={lon}&lat={lat}").json()
    assert [(one["code"], one["officers"]) for one in here["grids"]] == [(GRID_1, ["林晓"])]
    assert here["grids"][0]["heads"] == ["邓川"]
    assert (here["centre_name"], here["public_phone"]) == ("迎春社区综治中心", "0737-4321000")
    assert get(f"/my-officer?area_code={GRID_2}").json()["grids"][0]["officers"] == ["陈平"]
    assert len(get(f"/my-officer?area_code={COMMUNITY}").json()["grids"]) >= 2
    for wrong in ("", f"?area_code={CITY}", f"?lon={lon}"):
        refusal = get(f"/my-officer{wrong}")
        assert (refusal.status_code, refusal.json()["code"]) == (422, "administration.community_needed")
    told = repr(here)
    for private in ("person_id", "phone_sealed", "username"):
        assert private not in told

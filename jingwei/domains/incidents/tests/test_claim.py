"""A number proved by SMS brings earlier reports together; the code of one report shows its photos. Both stay narrow."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from jingwei.domains.incidents.contracts import Identity
from jingwei.domains.incidents.services.claiming import claim_reports
from jingwei.domains.incidents.services.reporter import reveal_reporter
from jingwei.domains.incidents.tests.walking import PHONE, Walk, audited, can_see, reported, tipped
from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.access.services import open_session, register_resident
from jingwei.foundation.administration.contracts import RESIDENT_PHONE
from jingwei.foundation.files.services import Upload, upload_file
from jingwei.foundation.files.tests.samples import jpeg
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.queries import looks_at, looks_at_person
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db


def resident(phone: str = PHONE) -> Actor:
    sealed = seal_value(RESIDENT_PHONE, phone)
    with eyes(CAST.machine):
        person_id = register_resident(name="居民", phone=(sealed.sealed, sealed.index), at=MONDAY_10)
    return Actor(role=Role.RESIDENT, name="居民", person_id=person_id)


def claimed(walk: Walk, by: Actor | None = None) -> int:
    return claim_reports(by or resident(), at=walk.at)


def test_named_reports_with_ones_number_become_ones_own() -> None:
    mine, who = reported(CAST.public), resident()
    assert not can_see(who, mine.case)
    assert claimed(mine, who) == 1
    assert can_see(who, mine.case)
    assert mine.row.reporter_id == who.person_id
    assert audited(mine.case)[-1] == ("track_incident", "居民", {"act": "claim"})
    assert claimed(mine, who) == 0


def test_what_the_clerk_took_down_for_somebody_is_found_too() -> None:
    assert claimed(reported(CAST.wu)) == 1


@pytest.mark.parametrize("kind", ["another number", "anonymous", "confidential", "tip", "old", "somebody's"])
def test_nothing_else_is_claimed(kind: str) -> None:
    at = MONDAY_10 + timedelta(days=181 if kind == "old" else 0)
    walk = {
        "another number": lambda: reported(CAST.public, reporter_phone="13900001111"),
        "anonymous": lambda: reported(CAST.public, identity=Identity.ANONYMOUS),
        "confidential": lambda: reported(CAST.public, identity=Identity.CONFIDENTIAL),
        "tip": lambda: tipped(CAST.public),
        "old": lambda: reported(CAST.public),
        "somebody's": lambda: reported(CAST.li),
    }[kind]()
    who = resident()
    assert claim_reports(who, at=at) == 0
    assert not can_see(who, walk.case)


def test_who_proved_no_number_claims_nothing() -> None:
    assert claimed(reported(CAST.public), CAST.wang) == 0


def test_looks_before_the_claim_are_shown_to_the_reporter_and_not_to_others() -> None:
    walk, who = reported(CAST.public).accepted(), resident()
    reveal_reporter(CAST.wu, walk.case, purpose=Purpose.CONTACT_REPORTER, remark="核实", at=walk.at)
    target = f"incidents.incident:{walk.case}"
    with eyes(who):
        assert looks_at(target) == []
    claimed(walk, who)
    with eyes(who):
        assert [one.viewer_name for one in looks_at(target)] == ["吴芳"]
    for other in (CAST.wang, CAST.li, CAST.he):
        with eyes(other):
            assert looks_at(target) == []
    with eyes(CAST.wu):
        assert len(looks_at(target)) == 1
    assert looks_at_person is not None


@pytest.fixture
def shown(settings: Any, tmp_path: Path) -> tuple[Walk, UUID]:
    settings.VAR_FOLDER = tmp_path
    at = now()
    content = jpeg()
    file_id = upload_file(CAST.public, Upload(content=content, size_bytes=len(content)), at=at).pk
    return reported(CAST.public, at=at, reported_at=at, file_ids=(file_id,)), file_id


def test_the_code_shows_the_photos_of_its_matter_and_of_no_other(shown: tuple[Walk, UUID]) -> None:
    walk, file_id = shown

    def ask(code: str, rest: str = "", **headers: str) -> Any:
        return Client().get(f"/api/v1/track/{code}/files/{file_id}{rest}", headers=headers)

    whole = ask(walk.receipt.tracking_code)
    assert (whole.status_code, whole["Content-Type"]) == (200, "image/jpeg")
    content = b"".join(whole.streaming_content)
    part = ask(walk.receipt.tracking_code, Range="bytes=0-9")
    assert (part.status_code, b"".join(part.streaming_content)) == (206, content[:10])
    small = ask(walk.receipt.tracking_code, "/thumb/320")
    assert small["Content-Type"] == "image/webp"
    assert b"".join(small.streaming_content)[8:12] == b"WEBP"
    other = reported(CAST.public)
    assert ask(other.receipt.tracking_code).status_code == 404
    assert ask("0000000000").status_code == 404
    assert Client().get(f"/api/v1/files/{file_id}").status_code == 401


def test_over_http_the_claim_says_how_many() -> None:
    reported(CAST.public, at=now(), reported_at=now())
    person_id = resident().person_id
    assert person_id
    headers = {"Authorization": f"Bearer {open_session(person_id, at=now())}"}
    answer = Client().post("/api/v1/me/reports/claim", headers=headers)
    assert answer.json() == {"claimed": 1}
    assert Client().post("/api/v1/me/reports/claim").status_code == 401

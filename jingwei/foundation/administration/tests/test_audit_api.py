"""The audit as inspectors read it."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.access.models import Post
from jingwei.foundation.administration.tests.conftest import Call
from jingwei.foundation.audit.services import append, check_all, seal_entries
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST, MONDAY_10, OTHER_COUNTY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _anchors_apart(settings: Any, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path


def act(actor: Any, target: str, times: int = 1) -> None:
    with eyes(actor):
        for n in range(times):
            append(actor, Permission.READ_INCIDENT, target, actor.area_code, {"n": n})


def targets(call: Call, query: str = "") -> list[str]:
    """Of the entries that the test has made; founding the city left some of its own."""
    rows = call(CAST.cao, "GET", f"/audit/entries{query}").json()["rows"]
    return [row["target"] for row in rows if row["target"].startswith("x:")]


def test_inspectors_filter_by_target_person_and_time(call: Call) -> None:
    act(CAST.wu, "x:1")
    act(CAST.tang, "x:2")
    assert targets(call) == ["x:2", "x:1"]
    assert targets(call, "?target=x:1") == ["x:1"]
    assert targets(call, f"?person_id={CAST.tang.person_id}") == ["x:2"]
    assert targets(call, f"?until={quote(MONDAY_10.isoformat())}") == []
    assert targets(call, f"?since={quote(MONDAY_10.isoformat())}") == ["x:2", "x:1"]


def test_an_inspector_of_one_county_sees_no_other(call: Call) -> None:
    act(CAST.wu, "x:1")
    act(CAST.tang, "x:2")
    Post.objects.filter(pk=CAST.cao.post_id).update(area_code=OTHER_COUNTY)
    assert targets(call) == ["x:2"]


def test_entries_go_on_behind_the_cursor(call: Call) -> None:
    act(CAST.wu, "x:1", times=7)
    page = call(CAST.cao, "GET", "/audit/entries?limit=5&target=x:1").json()
    rest = call(CAST.cao, "GET", f"/audit/entries?limit=5&target=x:1&cursor={page['next_cursor']}").json()
    assert [row["change"]["n"] for row in page["rows"] + rest["rows"]] == [6, 5, 4, 3, 2, 1, 0]
    assert rest["next_cursor"] is None


def test_verification_is_shown_with_the_last_whole_one(call: Call) -> None:
    act(CAST.wu, "x:1")
    sealed = seal_entries(at=now(), below=2**62)
    assert sealed >= 1
    answer = call(CAST.cao, "GET", "/audit/verification").json()
    assert answer["recent"]["is_intact"] is True
    assert answer["recent"]["entry_count"] == sealed
    assert answer["last_whole"] is None
    check_all(at=now())
    assert call(CAST.cao, "GET", "/audit/verification").json()["last_whole"]["is_intact"] is True


def test_only_inspectors_read_the_audit(call: Call) -> None:
    for one in (CAST.ding, CAST.he, CAST.gao, CAST.li):
        assert call(one, "GET", "/audit/entries").status_code == 403
        assert call(one, "GET", "/audit/verification").status_code == 403
    assert call(None, "GET", "/audit/entries").status_code == 401

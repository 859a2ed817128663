"""The operations that stand in the audit, taken along as they are narrowed."""

from typing import Any
from uuid import uuid4

import pytest

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.administration.services.entries_source import ENTRIES_SOURCE
from jingwei.foundation.administration.tests.conftest import Call
from jingwei.foundation.audit.services import append
from jingwei.foundation.imports.contracts.exports import Language, Taking, WishRefused
from jingwei.foundation.imports.services.exports import preview_export
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST

pytestmark = pytest.mark.django_db


def act(actor: Any, target: str) -> None:
    with eyes(actor):
        append(actor, Permission.MANAGE_POSTS, target, actor.area_code, {"action": "vacate"})


def test_the_list_is_taken_along_as_it_is_narrowed(call: Call) -> None:
    act(CAST.ding, "x:1")
    act(CAST.ding, "x:2")
    wish = {"target": "x:1", "limit": "50"}
    taking = Taking(
        export_id=uuid4(),
        wish=ENTRIES_SOURCE.read(wish),
        columns=("actor", "target", "change"),
        language=Language.ZH,
        is_clear=False,
        at=now(),
    )
    with eyes(CAST.cao):
        preview = preview_export(CAST.cao, "administration.entries", wish, at=now())
        page = ENTRIES_SOURCE.rows(CAST.cao, taking, cursor=None)
    assert (preview.rows, preview.said_zh) == (1, "对象 x:1")
    assert page.rows == [["丁宁", "x:1", '{"action": "vacate"}']]
    body = {
        "source": "administration.entries",
        "filter": wish,
        "columns": ["at", "actor", "target"],
        "purpose": "季度检查",
    }
    assert call(CAST.wu, "POST", "/exports", body).status_code == 404
    assert call(CAST.cao, "POST", "/exports", body).status_code == 201


@pytest.mark.parametrize("wish", [{"words": "x"}, {"person_id": "li"}, {"since": "2026"}, {"target": "\x00"}])
def test_a_filter_that_the_list_does_not_have_is_refused(wish: dict[str, Any]) -> None:
    with eyes(CAST.cao), pytest.raises(WishRefused):
        preview_export(CAST.cao, "administration.entries", wish, at=now())


def test_an_entry_names_its_area(call: Call) -> None:
    act(CAST.ding, "x:1")
    (row,) = call(CAST.cao, "GET", "/audit/entries?target=x:1").json()["rows"]
    assert (row["area_code"], row["area_name"]) == (CAST.ding.area_code, "益阳市")

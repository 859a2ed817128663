"""Who is reported about learns nothing: not that there is a report, not its words, least of all who made it."""

import json
from typing import Any

import pytest

from jingwei.config.api import document
from jingwei.domains.incidents.tests.walking import PHONE, reported, stored, tipped
from tests.api.requests import operations
from tests.cast import CAST, COMMUNITY, centre
from tests.redlines.figures import count
from tools.assurance import depth

pytestmark = pytest.mark.django_db
WORDS = "社区工作站上班时间锁门打牌"
ABOUT = {"lin", "chen", "deng", "luo", "wu"}
"""Everybody who works at the community that is reported about."""
READS = [one for one in operations(document()) if one.is_safe and one.sees == "incident"]
LISTS = [
    one
    for one in operations(document())
    if one.is_safe
    and one.sees == "nothing"
    and not any(p.get("required") for p in one.raw.get("parameters", []))
]


def read_out(answer: Any) -> bytes:
    """To its end: a stream that is only closed would close the test's own connection too."""
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


@pytest.mark.parametrize("key", depth(["lin", "wu"], sorted(ABOUT)))
def test_who_is_reported_about_finds_nothing_by_any_way_of_reading(key: str, call: Any) -> None:
    walk = reported(about_unit_id=centre(COMMUNITY), words=WORDS, reporter_name="李梅儿")
    receipt = stored(walk.case).receipt_no
    secrets = (str(walk.case), receipt, WORDS, "李梅儿", PHONE)
    actor = getattr(CAST, key)
    assert READS
    for operation in READS:
        path = operation.path.removeprefix("/api/v1").replace("{incident_id}", str(walk.case))
        if "{" in path:
            continue
        assert call(actor, "GET", path).status_code in {403, 404}, operation.operation_id
        count("reporter_reads")
    for operation in LISTS if key == "wu" else []:
        answer = call(actor, "GET", operation.path.removeprefix("/api/v1"))
        if answer.streaming or not answer.get("Content-Type", "").startswith("application/json"):
            read_out(answer)
            continue
        text = json.dumps(answer.json(), ensure_ascii=False)
        assert not [one for one in secrets if one in text], operation.operation_id
        count("reporter_reads")
    found = call(actor, "GET", f"/incidents?words={receipt}&is_open=true")
    assert found.status_code == 200, found.content.decode()
    assert receipt not in found.content.decode()


def test_who_handles_it_sees_a_masked_number_at_most_and_each_look_is_recorded(call: Any) -> None:
    walk = reported(words=WORDS).accepted().dispatched().taken()
    seen = call(CAST.qian, "GET", f"/incidents/{walk.case}").content.decode()
    assert PHONE not in seen
    count("reporter_reads")


def test_a_tip_shows_nobody_who_gave_it(call: Any) -> None:
    walk = tipped(words=WORDS, reporter_name="李梅儿")
    for key, actor in CAST.everybody().items():
        if actor.role.value == "resident":
            continue
        text = call(actor, "GET", f"/incidents/{walk.case}").content.decode()
        assert not [one for one in ("李梅儿", PHONE) if one in text], key
        count("reporter_reads")

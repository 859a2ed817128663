"""One visit updates three ledgers: over HTTP, from the question to the records and back."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from jingwei.domains.doorvisits.contracts import NOTE
from jingwei.domains.doorvisits.services.sources import DOOR_VISIT_SOURCE
from jingwei.domains.doorvisits.tests.visiting import NEW_PHONE, NOISE, at_home
from jingwei.domains.residents.tests.people import PHONE
from jingwei.foundation.imports.contracts.exports import Language, Taking, WishRefused
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local, now
from jingwei.kernel.ids import uuid7
from tests.calling import Call, call
from tests.cast import CAST

__all__ = ["call"]
pytestmark = pytest.mark.django_db


def question(key: str, words: str, *lands: tuple[str, str]) -> dict[str, Any]:
    return {
        "key": key,
        "words_zh": words,
        "words_en": key,
        "lands": [{"kind": kind, "field": field} for kind, field in lands],
    }


QUESTIONS = [
    question("tenure", "使用情况", ("dwellings.house", "tenure")),
    question("phone", "联系电话", ("residents.person", "phone")),
    question("minds", "最近有什么烦心事", (NOTE, "words")),
]


def publish(call: Call, *, is_preview: bool = False, **changes: Any) -> Any:
    body = {
        "title_zh": "日常走访表",
        "title_en": "Everyday visit",
        "questions": QUESTIONS,
        "valid_from": local(now()).date().isoformat(),
        "after_version": 0,
        "is_preview": is_preview,
    }
    return call(CAST.ding, "POST", "/door-visits/forms", body | changes)


def test_one_visit_updates_three_ledgers(call: Call) -> None:
    house, first, second = at_home(use="11", tenure="own")
    bad = [*QUESTIONS, question("gone", "已删的项", ("dwellings.house", "gone"))]
    checked = publish(call, is_preview=True, questions=bad).json()
    assert [one["question"] for one in checked["faults"]] == ["gone"]
    assert publish(call, questions=bad).json()["code"] == "doorvisits.bad_form"
    made = publish(call).json()
    assert (made["version"], made["is_in_force"], made["faults"]) == (1, True, [])
    assert [one["about"] for one in made["questions"]] == ["house", "person", "note"]
    forms = call(CAST.ding, "GET", "/door-visits/forms").json()
    assert [one["version"] for one in forms["versions"]] == [1]
    assert {"dwellings.house", "residents.person", NOTE} <= {one["kind"] for one in forms["places"]}
    assert call(CAST.wu, "GET", "/door-visits/forms").status_code == 403

    path = f"/door-visits/at/{house.pk}"
    opened = call(CAST.lin, "GET", path)
    door = opened.json()
    assert [one["label"] for one in door["records"]] == [house.address, "李四", "王小明"]
    assert PHONE not in opened.content.decode()
    assert door["records"][0]["facts"]["tenure"] == "own"
    body = {
        "id": str(uuid4()),
        "house_id": str(house.pk),
        "form_version": door["form"]["version"],
        "looked": [{name: one[name] for name in ("kind", "record_id", "version")} for one in door["records"]],
        "answers": [
            {"question": "tenure", "value": "let"},
            {"question": "phone", "record_id": str(first.pk), "value": NEW_PHONE},
            {"question": "phone", "record_id": str(second.pk), "is_unchanged": True},
        ],
        "note": {"question": "minds", "topic_code": NOISE, "words": "夜里施工吵"},
    }
    wrong = body | {"answers": [{"question": "phone", "record_id": str(first.pk), "value": "12"}]}
    refused = call(CAST.lin, "POST", "/door-visits", wrong)
    assert (refused.status_code, refused.json()["code"]) == (422, "doorvisits.answers_refused")
    assert refused.json()["data"]["faults"][0]["record_id"] == str(first.pk)
    saved = call(CAST.lin, "POST", "/door-visits", body)
    assert saved.status_code == 201, saved.json()
    visit = saved.json()
    assert (visit["changed"], visit["confirmed"], visit["notes"]) == (2, 1, 1)
    assert call(CAST.lin, "POST", "/door-visits", body).json()["visited_at"] == visit["visited_at"]

    lines = call(CAST.wu, "GET", f"/dwellings/houses/{house.pk}").json()["changes"]
    assert (lines[0]["source"], lines[0]["facts"]) == ("visit", {"tenure": ["own", "let"]})
    behind = call(CAST.wu, "GET", f"/door-visits/behind?kind=dwellings.house&record_id={house.pk}").json()
    assert [(one["change_id"], one["visit_id"]) for one in behind] == [(lines[0]["change_id"], visit["id"])]
    person = call(CAST.wu, "GET", f"/residents/people/{first.pk}").json()
    assert person["changes"][0]["source"] == "visit"
    concerns = call(CAST.wu, "GET", "/concerns?occasion=visit").json()["rows"]
    assert [(one["words"], one["address"]) for one in concerns] == [("夜里施工吵", "")]
    shown = call(CAST.wu, "GET", f"/door-visits/{visit['id']}").json()
    assert [(one["label"], one["deed"]) for one in shown["landed"]] == [
        (house.address, "changed"),
        *sorted(
            [("王小明", "changed"), ("李四", "confirmed")],
            key=lambda one: str({"王小明": first, "李四": second}[one[0]].pk),
        ),
    ]
    listed = call(CAST.wu, "GET", f"/door-visits?house_id={house.pk}").json()
    assert [one["id"] for one in listed["rows"]] == [visit["id"]]
    assert concerns[0]["id"] not in str(shown)
    assert call(CAST.chen, "GET", f"/door-visits/{visit['id']}").json()["code"] == "doorvisits.not_found"
    assert call(CAST.chen, "GET", path).status_code == 404


def test_visits_are_taken_along_as_they_were_narrowed(call: Call) -> None:
    house, *_ = at_home(tenure="own")
    publish(call)
    body = {
        "id": str(uuid4()),
        "house_id": str(house.pk),
        "form_version": 1,
        "looked": [{"kind": "dwellings.house", "record_id": str(house.pk), "version": 1}],
        "answers": [{"question": "tenure", "is_unchanged": True}],
    }
    assert call(CAST.lin, "POST", "/door-visits", body).status_code == 201
    day = (local(now()).date() - timedelta(days=1)).isoformat()
    wish = DOOR_VISIT_SOURCE.read({"from_on": day, "size": "50"})
    assert wish == {"from_on": day}
    columns = tuple(one.name for one in DOOR_VISIT_SOURCE.columns)
    with eyes(CAST.wu):
        taking = Taking(uuid7(), wish, columns, Language.EN, False, now())
        (row,) = DOOR_VISIT_SOURCE.rows(CAST.wu, taking, cursor=None).rows
        assert DOOR_VISIT_SOURCE.count(CAST.wu, taking, most=10) == 1
    cells = dict(zip(columns, row, strict=True))
    assert (cells["address"], cells["officer"], cells["confirmed"]) == (house.address, CAST.lin.name, 1)
    for bad in ({"from_on": "yesterday"}, {"officer_id": "x"}, {"stray": "1"}):
        with pytest.raises(WishRefused):
            DOOR_VISIT_SOURCE.read(bad)

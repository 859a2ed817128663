"""Forms over HTTP: drafted, checked, published, drawn from."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.test import Client

from jingwei.foundation.access.services import open_session
from jingwei.foundation.forms.queries.standing import form_of
from jingwei.foundation.forms.rules.definitions import written
from jingwei.foundation.forms.services.reading import columns_of
from jingwei.foundation.forms.tests.demonstration import AREA, KIND, KIOSK, PHONE, RENT, with_kinds
from jingwei.foundation.imports.services.registry import all_sheets, register_sheets, sheets_for
from jingwei.kernel.clock import local, now
from tests.calling import Call
from tests.cast import CAST

PATH = f"/forms/{KIOSK}"


def draft_of(*extra: Any, edition: int = 1, **changes: Any) -> dict[str, Any]:
    fields = [written(one) for one in (*KIND.built_in, *extra)]
    return {
        "title_zh": "报刊亭",
        "title_en": "Kiosk",
        "period_days": 90,
        "fields": fields,
        "edition": edition,
    } | changes


def test_a_form_is_drafted_checked_and_published_and_holds_everywhere_at_once(call: Call) -> None:
    today = local(now()).date()
    draft = call(CAST.ding, "POST", f"{PATH}/draft").json()
    assert (draft["version"], draft["standing"], draft["edition"], draft["faults"]) == (1, "draft", 1, [])
    assert call(CAST.ding, "POST", f"{PATH}/draft").json()["code"] == "forms.draft_exists"

    bad = draft_of(AREA, replace(PHONE, purpose=""), title_zh="报亭")
    saved = call(CAST.ding, "PUT", f"{PATH}/draft", bad).json()
    assert [one["field"] for one in saved["faults"]] == ["phone"]
    assert call(CAST.ding, "PUT", f"{PATH}/draft", bad).json()["code"] == "stale_version"
    publish = {"valid_from": today.isoformat(), "edition": 2}
    refused = call(CAST.ding, "POST", f"{PATH}/draft/publish", publish)
    assert (refused.status_code, refused.json()["code"]) == (422, "forms.form_refused")

    call(CAST.ding, "PUT", f"{PATH}/draft", draft_of(AREA, PHONE, RENT, edition=2))
    early = {"valid_from": (today - timedelta(days=1)).isoformat(), "edition": 3}
    assert call(CAST.ding, "POST", f"{PATH}/draft/publish", early).json()["code"] == "forms.start_refused"
    published = call(CAST.ding, "POST", f"{PATH}/draft/publish", publish | {"edition": 3}).json()
    assert (published["standing"], published["by"]) == ("valid", CAST.ding.name)

    shown = call(CAST.lin, "GET", PATH).json()
    assert (shown["version"], shown["period_days"], shown["may_manage"]) == (1, 90, False)
    assert [one["key"] for one in shown["fields"]] == ["name", "opened_on", "keeper_id", "area_m2", "phone"]
    assert "rent" in [one["key"] for one in call(CAST.ding, "GET", PATH).json()["fields"]]
    listed = next(one for one in call(CAST.ding, "GET", "/forms").json() if one["kind"] == KIOSK)
    assert (listed["version"], listed["personal_count"], listed["has_draft"]) == (1, 2, False)
    before = all_sheets()
    own = before[0].columns[0].name
    try:
        register_sheets([replace(before[0], columns_now=lambda: columns_of(form_of(KIOSK))), *before[1:]])
        columns = [one.name for one in sheets_for(CAST.wu)[0].columns]
    finally:
        register_sheets(before)
    assert columns[0] == own
    assert "area_m2" in columns


def test_a_second_version_comes_on_its_day_and_cannot_keep_a_field_in_another_way(call: Call) -> None:
    today = local(now()).date()
    for day, extra in ((today, AREA), (today + timedelta(days=7), RENT)):
        call(CAST.ding, "POST", f"{PATH}/draft")
        call(CAST.ding, "PUT", f"{PATH}/draft", draft_of(extra))
        done = call(CAST.ding, "POST", f"{PATH}/draft/publish", {"valid_from": day.isoformat(), "edition": 2})
        assert done.status_code == 200
    versions = call(CAST.ding, "GET", f"{PATH}/versions").json()
    assert [(one["version"], one["standing"]) for one in versions] == [
        (2, "coming"),
        (1, "valid"),
        (0, "past"),
    ]
    assert form_of(KIOSK, on=today + timedelta(days=7)).version == 2
    call(CAST.ding, "POST", f"{PATH}/draft")
    other = replace(AREA, kind=type(AREA.kind).TEXT, least=None, most=None, decimals=None)
    saved = call(CAST.ding, "PUT", f"{PATH}/draft", draft_of(other)).json()
    assert [one["field"] for one in saved["faults"]] == ["area_m2"]
    assert call(CAST.ding, "DELETE", f"{PATH}/draft").status_code == 204
    assert call(CAST.ding, "DELETE", f"{PATH}/draft").json()["code"] == "forms.draft_missing"


def test_a_field_that_a_later_program_brings_along_is_in_every_version(call: Call) -> None:
    call(CAST.ding, "POST", f"{PATH}/draft")
    publish = {"valid_from": local(now()).date().isoformat(), "edition": 1}
    assert call(CAST.ding, "POST", f"{PATH}/draft/publish", publish).status_code == 200
    call(CAST.ding, "POST", f"{PATH}/draft")
    later = replace(KIND, key=KIOSK, built_in=(*KIND.built_in, replace(AREA, is_built_in=True)))
    with with_kinds(later):
        assert [one.key for one in form_of(KIOSK).fields][-1] == "area_m2"
        draft = call(CAST.ding, "GET", f"{PATH}/versions").json()[0]
        assert ([one["key"] for one in draft["fields"]][-1], draft["faults"]) == ("area_m2", [])


def test_what_is_never_asked_for_cannot_even_be_drafted(call: Call) -> None:
    call(CAST.ding, "POST", f"{PATH}/draft")
    for field in (
        replace(AREA, label_zh="民族"),
        replace(AREA, key="religion"),
        replace(AREA, section_zh="病史"),
    ):
        refused = call(CAST.ding, "PUT", f"{PATH}/draft", draft_of(field))
        assert (refused.status_code, refused.json()["code"]) == (422, "red_line")


def test_a_form_that_did_not_change_is_not_sent_again(db: None) -> None:
    assert CAST.lin.person_id is not None
    bearer = {"Authorization": f"Bearer {open_session(CAST.lin.person_id, at=now())}"}
    first = Client().get(f"/api/v1{PATH}", headers=bearer)
    again = Client().get(f"/api/v1{PATH}", headers=bearer | {"If-None-Match": first["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


def test_only_who_has_the_whole_city_in_their_care_changes_forms(call: Call) -> None:
    assert call(CAST.wu, "POST", f"{PATH}/draft").status_code == 403
    assert call(CAST.ding, "POST", "/forms/test.nothing/draft").json()["code"] == "forms.kind_unknown"
    assert call(None, "GET", PATH).status_code == 401


def test_codes_are_added_and_put_out_of_use_but_never_removed(call: Call) -> None:
    table = {
        "title_zh": "摊位类型",
        "title_en": "Kinds of stall",
        "codes": [{"value": "news", "name_zh": "报刊", "name_en": "News"}],
    }
    path = "/forms/code-tables/stall_kind"
    assert call(CAST.ding, "PUT", path, table).json()["is_national"] is False
    added = table | {
        "codes": [*table["codes"], {"value": "tea", "name_zh": "茶水", "name_en": "Tea", "is_active": False}]
    }
    assert call(CAST.ding, "PUT", path, added).status_code == 200
    assert call(CAST.ding, "PUT", path, table).json()["code"] == "forms.bad_code_table"
    found = {one["key"]: one for one in call(CAST.lin, "GET", "/forms/code-tables").json()}
    assert [one["is_active"] for one in found["stall_kind"]["codes"]] == [True, False]

    gender = found["gender"] | {
        "codes": [one | {"is_active": one["value"] != "0"} for one in found["gender"]["codes"]]
    }
    kept = {name: gender[name] for name in ("title_zh", "title_en", "codes")}
    saved = call(CAST.ding, "PUT", "/forms/code-tables/gender", kept)
    assert [one["value"] for one in saved.json()["codes"] if not one["is_active"]] == ["0"]
    more = kept | {"codes": [*kept["codes"], {"value": "7", "name_zh": "其他", "name_en": "Other"}]}
    assert "GB/T 2261.1" in call(CAST.ding, "PUT", "/forms/code-tables/gender", more).json()["message"]
    crossed = table | {"codes": [{"value": "a", "name_zh": "少数民族人员", "name_en": "A"}]}
    assert call(CAST.ding, "PUT", "/forms/code-tables/group", crossed).json()["code"] == "red_line"
    assert call(CAST.wu, "PUT", path, table).status_code == 403

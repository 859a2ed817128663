"""Rows for the tables that no planted course fills: beside what one person may see, always something they may not.

Written by the owner, past every service, and taken out again: other tests share this world.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from jingwei.kernel.ids import uuid7
from tests.cast import (
    CAST,
    COMMUNITY,
    COUNTY,
    FOREIGN_GRID,
    GRID_1,
    OTHER_COMMUNITY,
    OTHER_COUNTY,
    URBAN,
    WATER,
    centre,
)
from tests.matrix import of_residents
from tests.matrix.fences import of_dwellings, of_organisations, of_visits, of_workforce
from tests.matrix.fences.database import as_owner
from tests.matrix.of_concerns import plant_beside
from tests.matrix.of_disputes import plant_disputes
from tests.matrix.of_doorvisits import plant_door_visits
from tests.matrix.of_freshness import plant_beside as plant_freshness
from tests.matrix.of_supervision import cards_placed
from tests.matrix.world import World

COLUMNS = """
select a.attname, format_type(a.atttypid, null) from pg_attribute a left join pg_attrdef d on (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
 where a.attrelid = %s::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and d.adbin is null
   and a.attgenerated = '' and a.attidentity = ''
"""
AREA_COLUMNS = {"city_code": 4, "county_code": 6, "township_code": 9, "community_code": 12, "grid_code": 15}


class Filler:
    """Writes rows with something plausible in every column that must not be empty."""

    def __init__(self, owner: "psycopg.Connection[tuple[object, ...]]", at: datetime) -> None:
        self.owner, self.at, self.number = owner, at, 0
        self.written: list[tuple[str, dict[str, Any]]] = []

    def put(self, table: str, **values: Any) -> dict[str, Any]:
        self.number += 1
        needed = self.owner.execute(COLUMNS, [table]).fetchall()
        row = {str(name): self._any(str(kind)) for name, kind in needed} | values
        names = sql.SQL(", ").join(map(sql.Identifier, row))
        marks = sql.SQL(", ").join(sql.Placeholder() * len(row))
        put = sql.SQL("insert into {} ({}) values ({}) returning tableoid, ctid::text").format(
            sql.Identifier(table), names, marks
        )
        found = self.owner.execute(put, [_plain(value) for value in row.values()]).fetchone()
        assert found
        self.written.append((table, row))
        return row

    def remove_all(self) -> None:
        for table, row in reversed(self.written):
            plain = {name: value for name, value in row.items() if not isinstance(value, dict | list)}
            where = sql.SQL(" and ").join(
                sql.SQL("{} is not distinct from %s").format(sql.Identifier(name)) for name in plain
            )
            self.owner.execute(
                sql.SQL("delete from {} where {}").format(sql.Identifier(table), where), list(plain.values())
            )

    def _any(self, kind: str) -> Any:
        if kind == "uuid":
            return uuid7()
        if kind == "bytea":
            return self.number.to_bytes(16, "big")
        if kind == "boolean":
            return False
        if kind == "jsonb":
            return {}
        if kind.endswith("[]"):
            return []
        if kind.startswith("timestamp"):
            return self.at
        if kind == "date":
            return date(2020, 1, 1)
        if kind in {"smallint", "integer", "bigint", "double precision"}:
            return self.number
        return f"p{self.number}"


def _plain(value: Any) -> Any:
    return Jsonb(value) if isinstance(value, dict) else value


def lying_in(code: str) -> dict[str, str | None]:
    """The ancestor columns of a place."""
    return {name: code[:length] if len(code) >= length else None for name, length in AREA_COLUMNS.items()} | {
        "scope_code": code
    }


@contextmanager
def furnished(world: World, at: datetime) -> Iterator[None]:
    """What the planted course leaves empty, for as long as it is needed."""
    with as_owner() as owner:
        filler = Filler(owner, at)
        try:
            for plant in (
                _machines,
                _hotline,
                _territory,
                _imports,
                _beside_incidents,
                _of_people,
                _ledger,
                _dwellings,
                _places,
                _joint,
                _supervision,
                _visits,
                _tasks,
                _concerns,
                _residents,
                _organisations,
                _workforce,
                _duties,
                _counts,
            ):
                plant(filler, world)
            yield
        finally:
            filler.remove_all()


def _machines(filler: Filler, world: World) -> None:
    """What only named machines read, and what proves the audit."""
    for table in ("access_knownplace", "access_providerstate", "administration_pass"):
        filler.put(table)
    filler.put("administration_phonecode")
    filler.put("notices_outgoing", address_field={"name": "phone"})
    filler.put("notices_fakedelivery")
    filler.put("clocks_watch", unit_id=URBAN)
    for area in (COMMUNITY, OTHER_COUNTY, ""):
        filler.put("administration_passwordrequest", area_code=area)
    filler.put("audit_check")
    filler.put("audit_era", xact_offset=0)
    filler.put("audit_seal")
    filler.put("audit_walk", findings={})
    for area, changes in ((COMMUNITY, {}), (OTHER_COUNTY, {}), (COMMUNITY, {"revoked_at": filler.at})):
        lasting = {"expires_at": filler.at + timedelta(days=1), "created_by_id": CAST.ding.person_id}
        key = filler.put("access_key", area_code=area, rate_per_minute=60, **(lasting | changes))
        for ends_at in (None, filler.at - timedelta(days=1)):
            filler.put("access_keysecret", key_id=key["id"], ends_at=ends_at)


def _hotline(filler: Filler, world: World) -> None:
    case = world.cases["reported"].incident_id
    for number, target in enumerate(world.kept["call"]):
        call_id = UUID(target.samples["call_id"])
        filler.put("hotline_callevent", event_id=f"proof {number}", call_id=call_id)
        filler.put("hotline_callmatter", call_id=call_id, incident_id=case)
    for target in world.kept["call_back"]:
        filler.put("hotline_callbackattempt", call_back_id=UUID(target.samples["call_back_id"]))
    for area in (COMMUNITY, OTHER_COMMUNITY, OTHER_COUNTY):
        filler.put("hotline_handover", unit_id=centre(area), **lying_in(area))
    for holder in (CAST.wu, CAST.mao, CAST.tang):
        filler.put(
            "hotline_seat", post_id=holder.post_id, unit_id=holder.unit_id, **lying_in(holder.area_code)
        )
    for area in (GRID_1, FOREIGN_GRID):
        filler.put("hotline_knownaddress", pairs=["证", "明"], **lying_in(area))
        filler.put("hotline_knownplace", area_code=area, pairs=["证", "明"])
    for name, area in (("reported", COMMUNITY), ("tip", OTHER_COMMUNITY), ("about a unit", OTHER_COUNTY)):
        filler.put("hotline_reception", incident_id=world.cases[name].incident_id, unit_id=centre(area))


def _territory(filler: Filler, world: World) -> None:
    """Drafts here and elsewhere, with what belongs to them, and rows on their way."""
    for area in (COMMUNITY[:9], FOREIGN_GRID[:9], OTHER_COUNTY):
        draft = filler.put("territory_draft", state="draft", **lying_in(area))
        filler.put("territory_feature", draft_id=draft["id"], layer="small", kind="urban", base="new")
        filler.put("territory_change", draft_id=draft["id"], verb="draw")
        filler.put("territory_answer", draft_id=draft["id"], answer="close", subject="post")
        published = filler.put(
            "territory_publication", draft_id=draft["id"], state="undone", **lying_in(area)
        )
        filler.put("territory_publishedversion", publication_id=published["id"])
        filler.put("territory_movedpost", publication_id=published["id"], subject="post")
        run = filler.put("territory_run", publication_id=published["id"], purpose="publish", state="done")
        filler.put("territory_move", run_id=run["id"])


def _duties(filler: Filler, world: World) -> None:
    for asker in (CAST.wu, CAST.tang, CAST.ding):
        filler.put("routing_simulation", person_id=asker.person_id, result={})


def _imports(filler: Filler, world: World) -> None:
    for number, batch in enumerate((world.batch, *(target.facts for target in world.kept["import"]))):
        filler.put("imports_batchrow", batch_id=batch.batch_id, number=number)
    for number, target in enumerate(world.kept["geometry"]):
        import_id = UUID(target.samples["import_id"])
        filler.put("territory_importedfeature", geometry_import_id=import_id, number=number)
    for keeper in (centre(COMMUNITY), CAST.ding.post_id, CAST.wang.person_id):
        filler.put("imports_mapping", keeper_id=keeper, columns={})


def _beside_incidents(filler: Filler, world: World) -> None:
    filler.put("incidents_rating", incident_id=world.cases["closed"].incident_id, stars=3)
    for area in (COMMUNITY, OTHER_COUNTY):
        filler.put("incidents_mark", area_code=area)
        filler.put(
            "incidents_precedent", area_code=area, place_code=area, to_unit_id=URBAN, from_unit_id=WATER
        )
    for name in ("reported", "tip", "about a unit"):
        case = world.cases[name].incident_id
        who = CAST.wu
        for table in (
            "incidents_assist",
            "incidents_fold",
            "incidents_hold",
            "incidents_objection",
            "incidents_tie",
            "incidents_clockwarning",
            "incidents_preservation",
            "incidents_source",
            "incidents_subject",
        ):
            filler.put(table, incident_id=case)
        filler.put("incidents_seen", incident_id=case, person_id=who.person_id, post_id=who.post_id)
        filler.put("live_presence", subject_id=case, person_id=CAST.wu.person_id, post_id=CAST.wu.post_id)
        looked = {"person_id": CAST.sun.person_id, "viewer_area": COUNTY, "area_code": COMMUNITY}
        filler.put("privacy_reveal", target=f"incidents.incident:{case}", **looked)


def _of_people(filler: Filler, world: World) -> None:
    filler.put("privacy_reveal", target="hotline.call:0", subject_id=CAST.wang.person_id)
    held = filler.put("access_post", unit_id=URBAN, area_code=COUNTY, title="证明", is_active=True)
    filler.put("access_holding", post_id=held["id"], person_id=CAST.wang.person_id, from_on=date(2020, 1, 1))
    for table in ("access_providerlink", "access_recoverycode", "access_secondfactor"):
        filler.put(table, person_id=CAST.wu.person_id)
    filler.put("access_providersession", token_id=world.seat("desk wu").actor.token_id)
    for ended in ({"revoked_at": filler.at}, {"expires_at": filler.at - timedelta(days=1)}):
        lasting = {"expires_at": filler.at + timedelta(days=1)}
        filler.put("access_token", kind="session", person_id=CAST.he.person_id, **(lasting | ended))


def _ledger(filler: Filler, world: World) -> None:
    """Things in several places and hands, one of them just brought in, each with a line and a photo."""
    for number, (area, unit, batch) in enumerate(
        [(GRID_1, URBAN, None), (COMMUNITY, centre(COMMUNITY), uuid7()), (FOREIGN_GRID, URBAN, None)]
    ):
        placed = lying_in(area) | {
            "position": "SRID=4326;POINT(112.305 28.505)",
            "batch_id": batch,
            "version": 1,
        }
        parts = {"condition": 1, "life": 10, "inspect_days": 0, "kind_code": "0101"}
        code = f"{area[:6]}01019990{number:02d}"
        component = filler.put("ledger_component", owner_unit_id=unit, code=code, **placed, **parts)
        filler.put("ledger_componententry", component_id=component["id"], facts={})
        resource = filler.put("ledger_resource", unit_id=unit, kind_key="hydrant", state=10, **placed)
        filler.put("ledger_resourceentry", resource_id=resource["id"], facts={})
        for thing in (component, resource):
            filler.put("files_file", kind="photo", claimed_for=thing["id"], claimed_at=filler.at)


def _dwellings(filler: Filler, world: World) -> None:
    """Buildings with flats, some just brought in."""
    of_dwellings.plant(filler, lying_in)


def _places(filler: Filler, world: World) -> None:
    """Places that everybody finds, of several areas."""
    for area in (GRID_1, COMMUNITY, FOREIGN_GRID):
        where = {"position": "SRID=4326;POINT(112.305 28.505)", "kind": "road", "datum": "wgs84"}
        place = filler.put(
            "gazetteer_place", retired_at=None, aliases=[], former_names=[], **where, **lying_in(area)
        )
        filler.put("gazetteer_placekey", place_id=place["id"], kind=1)


def _joint(filler: Filler, world: World) -> None:
    """Somebody's part in each piece of joint work: of a unit that is called, and of one that is not."""
    for name, table, column in (
        ("whistle", "joint_summons", "whistle_id"),
        ("meeting", "joint_invited", "meeting_id"),
        ("meeting", "joint_decision", "meeting_id"),
    ):
        for number, target in enumerate(world.kept[name]):
            for unit in (WATER, URBAN):
                number += 100
                extra = {"number": number, "kind": "plain"} if table == "joint_decision" else {}
                filler.put(table, unit_id=unit, **{column: UUID(target.samples[f"{name}_id"])}, **extra)
    plant_disputes(filler, world)


def _visits(filler: Filler, world: World) -> None:
    """What stands behind closed matters, and the photo of a check."""
    of_visits.plant(filler, lying_in, world)


def _residents(filler: Filler, world: World) -> None:
    """People in several places, and what hangs on them."""
    assert CAST.li.person_id
    of_residents.plant_beside(filler, lying_in, world, CAST.li.person_id)


def _organisations(filler: Filler, world: World) -> None:
    """Organisations in several places, one of them just brought in."""
    of_organisations.plant(filler, lying_in)


def _supervision(filler: Filler, world: World) -> None:
    """What stands beside matters with a card, and the course and proof of a supervised area."""
    for target in cards_placed(world):
        matter = {"incident_id": target.facts.incident_id}
        filler.put("supervision_cardentry", card_id=UUID(target.samples["card_id"]), **matter)
        filler.put("supervision_note", **matter)
        filler.put("supervision_lapsefound", lapse="slow", **matter)
    for target in world.kept["supervision_case"]:
        case_id = UUID(target.samples["case_id"])
        filler.put("supervision_caseentry", case_id=case_id, file_ids=[])
        filler.put("files_file", kind="photo", claimed_for=case_id, claimed_at=filler.at)


def _tasks(filler: Filler, world: World) -> None:
    """A line and a photo of what was planted; what was recorded on the way; a task of another county."""
    for target in (*world.kept["given_task"], *world.kept["task_share"]):
        share_id = UUID(target.samples["share_id"])
        filler.put("tasking_shareentry", share_id=share_id, values={})
        for thing in (share_id, UUID(target.samples["task_id"])):
            filler.put("files_file", kind="photo", claimed_for=thing, claimed_at=filler.at)
    for target in world.kept["log_entry"]:
        entry_id = UUID(target.samples["entry_id"])
        filler.put("files_file", kind="photo", claimed_for=entry_id, claimed_at=filler.at)
    filler.put("worklog_logentry", person_id=CAST.lin.person_id, **lying_in(FOREIGN_GRID))
    plant_door_visits(filler, lying_in, (COMMUNITY, FOREIGN_GRID), CAST.lin.person_id)
    for area in (COMMUNITY, FOREIGN_GRID):
        filler.put("worklog_daycount", **lying_in(area))
    filler.put("tasking_task", measure="yes_no", giver_unit_id=centre(OTHER_COUNTY), **lying_in(OTHER_COUNTY))


def _concerns(filler: Filler, world: World) -> None:
    """Hearings of what was planted; a note that a post took far away; counts here and there."""
    notes = [UUID(target.samples["concern_id"]) for target in world.kept["concern"]]
    plant_beside(filler, lying_in, (COMMUNITY, FOREIGN_GRID), notes, CAST.lin.post_id)
    plant_freshness(filler, lying_in, (COMMUNITY, FOREIGN_GRID))


def _workforce(filler: Filler, world: World) -> None:
    """Files, services, teams and referrals, here and far away."""
    of_workforce.plant(filler, lying_in)


def _counts(filler: Filler, world: World) -> None:
    """What is counted of points: by area, only for those above, about a unit, and of a unit's own part."""
    kinds: list[dict[str, Any]] = [{}, {"floor": 6}, {"about_unit_id": URBAN}, {"unit_id": URBAN}]
    for area in (COMMUNITY, OTHER_COMMUNITY, FOREIGN_GRID[:12], COUNTY):
        for kind in kinds:
            where = {"layer": "proof", "place_code": area, "scope_code": area, "floor": 15} | kind
            filler.put("maps_delta", **where)
            filler.put("maps_cell", slice=1, zoom=10, period=0, square=filler.number, **where)

"""The quick road: rows of the made-up city as importing makes them, written with COPY.

A row begins as the model's own defaults and is filled in by the same rules and keys as an import's; only reading and
checking cells is left out. ``measure`` imports other parts of the city and compares what came of it with these rows.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid5

import psycopg
from django.contrib.gis.geos import GEOSGeometry
from django.db import models

from bench.ledger.city import Ground
from bench.ledger.city import NewBuilding as DrawnBuilding
from jingwei.domains.dwellings.models import Building, BuildingChange, House, HouseChange
from jingwei.domains.dwellings.rules.addresses import Parts, parse, shown, sort_of, stem_of, tail_of
from jingwei.domains.dwellings.services.buildings import NewBuilding, added, within
from jingwei.domains.dwellings.services.keeping import line
from jingwei.domains.dwellings.services.sheets.houses import house_of
from jingwei.domains.dwellings.services.standing import AddressGiven
from jingwei.domains.ledger.services.placing import Standing, standing_at
from jingwei.domains.residents.contracts import RESIDENT
from jingwei.domains.residents.models import Key, Residence, Resident, ResidentChange
from jingwei.domains.residents.rules.form import IDENTITY, PHONE
from jingwei.domains.residents.rules.keys import keys_of, sound_of
from jingwei.domains.residents.services.sheet import LIVINGS, line_of
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.forms.queries.standing import code_table
from jingwei.foundation.forms.services.reading import form_of, personal_field
from jingwei.foundation.forms.services.recording import next_due
from jingwei.foundation.forms.services.sealing import lookups_of, stored
from jingwei.foundation.imports.contracts import Context, Row
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.records import RecordDeed
from jingwei.kernel.codes import ancestor_codes
from jingwei.kernel.geo import Datum, position
from jingwei.kernel.ids import uuid7

BATCH = UUID("43090000-0000-7000-8000-000000000008")
TABLES: tuple[type[models.Model], ...] = (
    Building,
    BuildingChange,
    House,
    HouseChange,
    Resident,
    Residence,
    ResidentChange,
    Key,
)
"""What a grid has rows in, in the order in which they point at each other. A further kind of record joins here."""
Cells = dict[str, Any]
Rows = dict[type[models.Model], list[Cells]]


@dataclass(frozen=True, slots=True)
class Layer:
    """Whose import it would be, and when."""

    actor: Actor
    at: datetime

    def rows(self, ground: Ground) -> Rows:
        """Everything of one grid, by table; what takes its place from a building has the cells of that building."""
        made: Rows = {table: [] for table in TABLES}
        homes: dict[str, Cells] = {}
        flats = {one["address"] for one in ground.houses}
        for drawn in ground.buildings:
            building = self._building(ground.code, drawn)
            self._keep(made, BuildingChange, building)
            houses = self._flats(building, drawn, flats)
            homes |= {one["address"]: one for one in houses}
            made[House] += houses
            made[HouseChange] += self._lines(HouseChange, "house_id", houses)
            made[Building].append(cells_of(building))
        for cells in ground.houses:
            if "lon" in cells:
                house = self._house(ground.code, cells["address"], None, self._standing(cells))
                homes[house.address] = cells_of(house)
                made[House].append(homes[house.address])
                self._keep(made, HouseChange, house)
        people = [self._person(ground.code, cells, homes.get(cells["address"])) for cells in ground.people]
        made[Resident] = people
        made[ResidentChange] += self._lines(ResidentChange, "resident_id", people)
        for cells, who in zip(ground.people, people, strict=True):
            made[Residence].append(self._residence(who, date.fromisoformat(cells["from_on"])))
            texts = keys_of(who["name"], "" if who["house_id"] else who["address"], who["lookups"])
            made[Key] += [
                {"text": text[:130], "scope_code": who["scope_code"], "resident_id": who["id"]}
                for text in texts
            ]
        return made

    def _standing(self, cells: Mapping[str, str]) -> Standing:
        return standing_at(self.actor, position(float(cells["lon"]), float(cells["lat"]), datum=Datum.WGS84))

    def _building(self, code: str, drawn: DrawnBuilding) -> Building:
        given = AddressGiven(parts=parse(drawn.address), text=drawn.address)
        standing = self._standing(drawn.cells)
        new = NewBuilding(
            given,
            standing.position,
            {"floors_above": drawn.floors},
            building_id=uuid5(BATCH, f"{code} {drawn.address}"),
            batch_id=BATCH,
        )
        return added(new, standing, source="import", at=self.at)

    def _house(self, code: str, address: str, building: Building | None, standing: Standing | None) -> House:
        row = Row(0, uuid5(BATCH, f"{code} {address}"), {})
        context = Context(BATCH, self.at, {"datum": Datum.WGS84})
        return house_of(row, parse(address), building, standing, form_of("dwellings.house"), context)

    def _flats(self, building: Building, drawn: DrawnBuilding, wanted: set[str]) -> list[Cells]:
        """The first flat by the rules themselves, the others like it with an address of their own."""
        found: list[Cells] = []
        for address, unit, room in drawn.rooms_by_address:
            if address not in wanted:
                continue
            if not found:
                found.append(cells_of(self._house(building.scope_code, address, building, None)))
                continue
            parts = within(building, Parts(unit=unit, room=room))
            found.append(
                found[0]
                | {
                    "id": str(uuid5(BATCH, f"{building.scope_code} {address}")),
                    "unit": unit,
                    "room": room,
                    "address": shown(parts),
                    "stem": stem_of(parts),
                    "tail": tail_of(parts),
                    "sort": sort_of(parts),
                }
            )
        return found

    def _person(self, code: str, cells: Mapping[str, str], house: Cells | None) -> Cells:
        born = int(cells["identity"][6:10])
        sealed = {
            key: seal_value(_personal(key), cells[key]) for key in (IDENTITY.key, PHONE.key) if key in cells
        }
        return _new_resident(code, self.at) | {
            "id": str(uuid5(BATCH, cells["identity"])),
            "name": cells["name"],
            "sound": sound_of(cells["name"]),
            "gender": _genders()[cells["gender"]],
            "birth_year": born,
            "living": int(LIVINGS[cells["living"]]),
            "house_id": house["id"] if house else None,
            "address": house["address"] if house else cells["address"],
            "identity_index": sealed[IDENTITY.key].index,
            "sealed": {key: stored(value) for key, value in sealed.items()},
            "lookups": [one for key, value in sealed.items() for one in lookups_of(key, value)],
        }

    def _residence(self, who: Cells, from_on: date) -> Cells:
        return _defaults(Residence) | {
            **{name: who[name] for name in AREA_COLUMNS},
            "id": str(uuid7()),
            "resident_id": who["id"],
            "house_id": who["house_id"],
            "address": who["address"],
            "living": who["living"],
            "from_on": from_on,
            "noted_at": self.at,
        }

    def _keep(self, made: Rows, log: type[models.Model], row: Any) -> None:
        made[log].append(cells_of(line(self.actor, row, RecordDeed.REGISTERED, at=self.at, source="import")))

    def _lines(self, log: type[models.Model], owner: str, rows: list[Cells]) -> Iterator[Cells]:
        blank = cells_of(line_of(self.actor, Resident(id=BATCH), self.at))
        columns = columns_of(log)
        usual = {name: value for name, value in blank.items() if name in columns}
        return (usual | {"id": str(uuid7()), owner: one["id"]} for one in rows)


AREA_COLUMNS = (
    "city_code",
    "county_code",
    "township_code",
    "community_code",
    "grid_code",
    "scope_code",
)


def lay(connection: "psycopg.Connection[Any]", rows: Rows) -> None:
    """Write rows with COPY, as the schema's owner."""
    for table, cells in rows.items():
        columns = columns_of(table)
        if not cells:
            continue
        lines = "".join(["\t".join([_written(one[name]) for name in columns]) + "\n" for one in cells])
        with (
            connection.cursor() as cursor,
            cursor.copy(f"copy {table._meta.db_table} ({', '.join(columns.values())}) from stdin") as copy,
        ):
            copy.write(lines)


def cells_of(row: models.Model) -> Cells:
    """A row's cells, without what the database makes itself."""
    return {name: vars(row)[name] for name in columns_of(type(row))}


@lru_cache(maxsize=32)
def columns_of(table: type[models.Model]) -> Mapping[str, str]:
    """By attribute, the column of everything that is written."""
    return {
        field.attname: field.column
        for field in table._meta.concrete_fields
        if not field.generated and not isinstance(field, models.AutoField)
    }


@lru_cache(maxsize=64)
def _new_resident(code: str, at: datetime) -> Cells:
    row = Resident(batch_id=BATCH)
    row.lie_in(ancestor_codes(code))
    row.form_version, row.source = form_of(RESIDENT).version, "import"
    row.registered_at = row.changed_at = row.seen_at = at
    row.due_on = next_due(RESIDENT, at)
    return cells_of(row)


@lru_cache(maxsize=8)
def _defaults(table: type[models.Model]) -> Cells:
    return cells_of(table())


@lru_cache(maxsize=8)
def _personal(key: str) -> Any:
    field = form_of(RESIDENT).field(key)
    assert field is not None
    return personal_field(RESIDENT, field)


@lru_cache(maxsize=1)
def _genders() -> Mapping[str, str]:
    table = code_table("gender")
    assert table is not None
    return {code.name_zh: code.value for code in table.codes}


ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def _written(value: object) -> str:
    """A value as COPY reads it."""
    write = WRITTEN.get(type(value))
    if write is not None:
        return str(write(value))
    if isinstance(value, IntEnum):
        return str(int(value))
    if isinstance(value, GEOSGeometry):
        return value.hexewkb.decode()
    raise TypeError(f"{type(value).__name__} is not written")


WRITTEN: dict[type, Any] = {
    type(None): lambda value: "\\N",
    str: lambda value: value if value.isalnum() else value.translate(ESCAPED),
    UUID: str,
    int: str,
    float: repr,
    bool: lambda value: "t" if value else "f",
    Decimal: str,
    datetime: datetime.isoformat,
    date: date.isoformat,
    bytes: lambda value: "\\\\x" + value.hex(),
    dict: lambda value: json.dumps(value, ensure_ascii=False).translate(ESCAPED),
    list: lambda value: ("{" + ",".join(f'"{one}"' for one in value) + "}").translate(ESCAPED),
}

"""Whether what importing wrote is what the quick road lays, cell by cell."""

from typing import Any

from bench.ledger.laying import Cells, Rows, columns_of
from jingwei.domains.dwellings.models import Building, House
from jingwei.domains.residents.models import Key, Residence, Resident
from jingwei.domains.residents.rules.form import IDENTITY, PHONE
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.forms.services.reading import form_of, personal_field
from jingwei.foundation.forms.services.sealing import ciphertext_of
from jingwei.foundation.privacy.services import masked_value
from jingwei.foundation.scoping import eyes

OWN = {"id", "batch_id", "building_id", "house_id", "resident_id", "sealed"}
"""Names of rows, which every road makes anew; what they lead to is compared by what it is called."""


def differences(actor: Actor, laid: Rows, grid: str) -> list[str]:
    """What is not alike on a grid, in words; histories are compared by their number."""
    with eyes(actor):
        found: list[str] = []
        for table, name in ((Building, "address"), (House, "address"), (Resident, "identity_index")):
            rows: Any = table.objects.visible_to(actor).filter(scope_code=grid)
            kept = {vars(row)[name]: row for row in rows}
            made = {cells[name]: cells for cells in laid[table]}
            if kept.keys() != made.keys():
                found.append(f"{table.__name__}: {len(kept)} rows, {len(made)} expected")
                continue
            for key, row in kept.items():
                found += _unlike(table.__name__, vars(row), made[key], columns_of(table))
        return found + _hanging(actor, laid, grid)


def _hanging(actor: Actor, laid: Rows, grid: str) -> list[str]:
    """Numbers sealed, homes and keys of the people, by whom they belong to."""
    found = []
    people = {row.pk: row for row in Resident.objects.visible_to(actor).filter(scope_code=grid)}
    who = {cells["id"]: bytes(cells["identity_index"]) for cells in laid[Resident]}
    homes = {bytes(people[one.resident_id].identity_index): one for one in _homes(actor, grid)}
    for cells in laid[Residence]:
        found += _unlike("Residence", vars(homes[who[cells["resident_id"]]]), cells, columns_of(Residence))
    kept = {
        (bytes(people[pk].identity_index), text)
        for pk, text in Key.objects.filter(scope_code=grid).values_list("resident_id", "text")
    }
    made = {(who[cells["resident_id"]], cells["text"]) for cells in laid[Key]}
    if kept != made:
        found.append(f"Key: {len(kept)} texts, {len(made)} expected, {len(kept & made)} alike")
    told = {bytes(cells["identity_index"]): cells for cells in laid[Resident]}
    for row in people.values():
        drawn = Resident(sealed=told[bytes(row.identity_index)]["sealed"])
        found += [
            f"Resident.{one.key}" for one in (IDENTITY, PHONE) if _masked(row, one) != _masked(drawn, one)
        ]
    return found


def _homes(actor: Actor, grid: str) -> Any:
    return Residence.objects.visible_to(actor).filter(scope_code=grid)


def _masked(row: Resident, field: Any) -> str | None:
    named = personal_field(form_of("residents.person").kind, field)
    return masked_value(named, ciphertext_of(row, field.key))


def _unlike(table: str, kept: Cells, made: Cells, columns: Any) -> list[str]:
    return [
        f"{table}.{name}: {kept[name]!r} is not {made[name]!r}"
        for name in columns
        if name not in OWN and _plain(kept[name]) != _plain(made[name])
    ]


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value

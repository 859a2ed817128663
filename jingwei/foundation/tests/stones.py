"""A scoped model that belongs to the tests alone: boundary stones, each standing in one grid."""

from typing import ClassVar
from uuid import UUID

import psycopg
from django.db import models

from jingwei.foundation.scoping import ScopedModel
from jingwei.kernel.codes import ancestor_codes
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, FAR_GRID, FOREIGN_GRID, GRID_1, GRID_2

TABLE = """
create table stones_stone (
  id uuid primary key, inscription text not null, height_cm integer not null, finder_id uuid,
  city_code text not null, county_code text, township_code text, community_code text, grid_code text,
  scope_code text not null);
alter table stones_stone enable row level security;
alter table stones_stone force row level security;
create policy see on stones_stone using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       when finder_id = (select jw_person()) then true
       else false end) with check (true);
create policy owner_all on stones_stone to jingwei_owner using (true) with check (true);
"""

FOUND = [
    ("林一", GRID_1, 40, None),
    ("林二", GRID_1, 60, CAST.li.person_id),
    ("陈一", GRID_2, 50, None),
    ("周一", FAR_GRID, 70, None),
    ("唐一", FOREIGN_GRID, 80, None),
]


class Stone(ScopedModel):
    id = models.UUIDField(primary_key=True, default=uuid7)
    inscription = models.TextField()
    height_cm = models.IntegerField()
    finder_id = models.UUIDField(null=True)
    owner_field: ClassVar[str | None] = "finder_id"

    class Meta:
        app_label = "stones"
        managed = False


def stone(inscription: str, grid: str, height_cm: int = 30, finder_id: UUID | None = None) -> Stone:
    codes = ancestor_codes(grid)
    return Stone(
        inscription=inscription,
        height_cm=height_cm,
        finder_id=finder_id,
        **codes.columns,
    )


def set_stones(owner: psycopg.Connection) -> None:
    """Put the stones back where they stood."""
    owner.execute("truncate stones_stone, audit_entry")
    columns = [field.column for field in Stone._meta.fields]
    signs = ", ".join(["%s"] * len(columns))
    for found in FOUND:
        row = stone(*found)
        values = [getattr(row, column) for column in columns]
        owner.execute(f"insert into stones_stone ({', '.join(columns)}) values ({signs})", values)

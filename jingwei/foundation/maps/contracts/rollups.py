"""The triggers by which a table's rows are counted on the map: one change, one line; made for migrations.

A row counts while it has a position and ``when`` holds. Where units have parts in rows, ``participants`` names their
table: what a unit had a part in is counted for it as well, except what is about the unit itself.
"""

from dataclasses import dataclass

COLUMNS = "layer, map_key, x, y, place_code, scope_code, floor, about_unit_id, unit_id, a, b, day, n"
ANCESTORS = ("city_code", "county_code", "township_code", "community_code", "grid_code", "scope_code")


@dataclass(frozen=True, slots=True)
class CountedTable:
    """A table of points as its roll-up needs it; expressions are over ``r``, a row of the table.

    ``touches`` are further columns that a mark shows: a change of them makes a tile another, though nothing moves.
    ``participants``: a table with ``unit_id``, ``post_id`` and the column that points at the row.
    """

    table: str
    layer: str
    a: str = "''"
    b: str = "''"
    day: str = "null"
    when: str = "true"
    floor: str = "15"
    about: str = "null"
    columns: tuple[str, ...] = ()
    touches: tuple[str, ...] = ()
    participants: tuple[str, str] | None = None

    @property
    def watched(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(("position", *ANCESTORS, *self.columns, *self.touches)))


def rollup_sql(counted: CountedTable) -> tuple[str, str]:
    """Triggers on and off; for ``migrations.RunSQL``."""
    on = _line_function(counted) + _row_trigger(counted)
    off = f"drop trigger count_on_map on {counted.table};\ndrop function jw_map_count_{counted.table}();\n"
    if counted.participants:
        on += _part_trigger(counted)
        off += f"drop trigger count_on_map on {counted.participants[0]};\n"
        off += f"drop function jw_map_count_{counted.participants[0]}();\n"
    return on, off + f"drop function jw_map_line_{counted.table}({counted.table}, uuid, integer);\n"


def base_counts_sql(counted: CountedTable, *, by_unit: bool) -> str:
    """The rows themselves as lines, for making the counts anew and for checking them."""
    source = f"{counted.table} r"
    unit = "null::uuid"
    more = ""
    if by_unit and counted.participants:
        table, key = counted.participants
        source += f" join {table} p on p.{key} = r.id"
        unit = "p.unit_id"
        more = (
            f" and p.unit_id is not null and p.post_id is null and p.unit_id is distinct from {counted.about}"
        )
    return f"select {_line(counted, unit, '1')} from {source} where r.map_key is not null and ({counted.when}){more}"  # noqa: S608


def _line(counted: CountedTable, unit: str, sign: str) -> str:
    place = "coalesce(r.grid_code, r.community_code, r.township_code, r.county_code, r.city_code)"
    return (
        f"'{counted.layer}', r.map_key, public.jw_map_x(r.position), public.jw_map_y(r.position), left({place}, 12),"
        f" left(r.scope_code, 12), {counted.floor}, {_uuid(counted.about)}, {unit}, {counted.a}, {counted.b},"
        f" ({counted.day})::integer, {sign}"
    )


def _uuid(expression: str) -> str:
    return f"({expression})::uuid"


def _line_function(counted: CountedTable) -> str:
    """Writes the line of one row, if it counts: for whom it counts by area, or for a unit."""
    return f"""
create function jw_map_line_{counted.table}(r {counted.table}, unit uuid, sign integer) returns void
  language plpgsql volatile set search_path = public as $$
begin
  if r.map_key is not null and ({counted.when}) then
    insert into maps_delta ({COLUMNS}) values ({_line(counted, "unit", "sign")});
  end if;
end $$;
revoke all on function jw_map_line_{counted.table}({counted.table}, uuid, integer) from public;
grant execute on function jw_map_line_{counted.table}({counted.table}, uuid, integer) to jingwei_app, jingwei_reader;
"""  # noqa: S608


def _row_trigger(counted: CountedTable) -> str:
    name, line = f"jw_map_count_{counted.table}", f"jw_map_line_{counted.table}"
    moved = _changed(dict.fromkeys(("position", *ANCESTORS, *counted.columns)))
    touched = _changed(counted.touches) if counted.touches else "false"
    parts = ""
    if counted.participants:
        table, key = counted.participants
        parts = f"""
    for part in select p.unit_id from {table} p
                 where p.{key} = new.id and p.unit_id is not null and p.post_id is null loop
      if part is distinct from {counted.about.replace("r.", "old.")} then perform {line}(old, part, -1); end if;
      if part is distinct from {counted.about.replace("r.", "new.")} then perform {line}(new, part, 1); end if;
    end loop;"""  # noqa: S608
    definer = "security definer " if counted.participants else ""
    owner = _owned_by_reader(name) if counted.participants else ""
    touch_parts = parts.replace(", -1)", ", 0)").replace(", 1)", ", 0)")
    return f"""
create function {name}() returns trigger language plpgsql {definer}set search_path = public as $$
declare part uuid;
begin
  if tg_op = 'INSERT' then
    perform {line}(new, null, 1);
  elsif tg_op = 'DELETE' then
    perform {line}(old, null, -1);
  elsif {moved} then
    perform {line}(old, null, -1);
    perform {line}(new, null, 1);{parts}
  elsif {touched} then
    perform {line}(new, null, 0);{touch_parts}
  end if;
  return null;
end $$;
{owner}create trigger count_on_map after insert or delete or update of {", ".join(counted.watched)} on {counted.table}
  for each row execute function {name}();
"""


def _part_trigger(counted: CountedTable) -> str:
    assert counted.participants is not None
    table, key = counted.participants
    name = f"jw_map_count_{table}"
    return f"""
create function {name}() returns trigger language plpgsql security definer set search_path = public as $$
declare r {counted.table};
begin
  if new.unit_id is null or new.post_id is not null then return null; end if;
  select * into r from {counted.table} i where i.id = new.{key};
  if new.unit_id is distinct from {counted.about} then
    perform jw_map_line_{counted.table}(r, new.unit_id, 1);
  end if;
  return null;
end $$;
{_owned_by_reader(name)}create trigger count_on_map after insert on {table} for each row execute function {name}();
"""  # noqa: S608


def _changed(columns: object) -> str:
    names = list(columns)  # type: ignore[call-overload]
    old, new = (", ".join(f"{row}.{name}" for name in names) for row in ("old", "new"))
    return f"({old}) is distinct from ({new})"


def _owned_by_reader(name: str) -> str:
    return f"alter function {name}() owner to jingwei_reader;\nrevoke all on function {name}() from public, jingwei_app;\n"

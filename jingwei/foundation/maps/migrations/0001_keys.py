"""A position as one number: the Z-order square of zoom 26 it lies in, so that every map tile is a range of numbers."""

from django.db import migrations

# Names are spelt out: a restore runs with an empty search_path. The same sum as kernel/squares.py.
KEYS = """
create function jw_map_spread(given bigint) returns bigint language plpgsql immutable strict parallel safe as $$
declare n bigint := given;
begin
  n := (n | (n << 16)) & 281470681808895;
  n := (n | (n << 8)) & 71777214294589695;
  n := (n | (n << 4)) & 1085102592571150095;
  n := (n | (n << 2)) & 3689348814741910323;
  return (n | (n << 1)) & 6148914691236517205;
end $$;
create function jw_map_x(place public.geometry) returns integer language plpgsql immutable strict parallel safe as $$
begin
  return greatest(0, least(67108863, floor((public.st_x(place) + 180.0) / 360.0 * 67108864)))::integer;
end $$;
create function jw_map_y(place public.geometry) returns integer language plpgsql immutable strict parallel safe as $$
declare phi double precision := radians(greatest(-85.05112877980659::double precision,
                                                 least(85.05112877980659::double precision, public.st_y(place))));
begin
  return greatest(0, least(67108863, floor((1.0 - ln(tan(phi) + 1.0 / cos(phi)) / pi()) / 2.0 * 67108864)))::integer;
end $$;
create function jw_map_key(place public.geometry) returns bigint language plpgsql immutable strict parallel safe as $$
begin
  if public.st_isempty(place) then return null; end if;
  return public.jw_map_spread(public.jw_map_x(place)) | (public.jw_map_spread(public.jw_map_y(place)) << 1);
end $$;
comment on function jw_map_key(public.geometry) is
  'The Z-order number of the square of zoom 26 a position lies in; the same sum as kernel/squares.py.';
"""
NO_KEYS = """
drop function jw_map_key(public.geometry);
drop function jw_map_x(public.geometry);
drop function jw_map_y(public.geometry);
drop function jw_map_spread(bigint);
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("areas", "0001_ground")]
    operations = [migrations.RunSQL(KEYS, NO_KEYS)]

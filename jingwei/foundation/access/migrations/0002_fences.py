"""Row-level security on people, and the definer functions that must work before any eyes are set."""

from django.db import migrations

PERSON_FENCE = """
alter table access_person enable row level security;
alter table access_person force row level security;
create policy staff_or_self on access_person for select using (
  case when is_staff then (select jw_scope()) <> '~none' or (select jw_unit()) is not null
                          or (select jw_person()) is not null
       when id = (select jw_person()) then true
       when (select jw_scope()) = '*' then true
       else false end);
create policy anyone_may_register on access_person for insert with check (true);
create policy self_or_system_change on access_person for update using (
  case when id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end);
create policy owner_all on access_person to jingwei_owner using (true) with check (true);
"""

ACTOR_OF_TOKEN = """
create function jw_actor_of_token(secret_digest bytea, moment timestamptz)
  returns table (token_id uuid, person_id uuid, name text, post_id uuid, role text, area_code text,
                 unit_id uuid, acting_for_id uuid)
  language sql stable security definer set search_path = public as $$
  select t.id, t.person_id, p.name::text, post.id, post.role::text, post.area_code::text, post.unit_id,
         lent.from_person_id
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

POSTS_OPEN_TO = """
create function jw_posts_open_to(person uuid, moment timestamptz)
  returns table (post_id uuid, title text, role text, area_code text, unit_id uuid, unit_name text,
                 is_delegated boolean)
  language sql stable security definer set search_path = public as $$
  select post.id, post.title::text, post.role::text, post.area_code::text, post.unit_id, unit.name::text,
         bool_and(source.is_delegated)
    from (select h.post_id, false as is_delegated, h.id as ord from access_holding h
           where h.person_id = person and h.from_on <= (moment at time zone 'Asia/Shanghai')::date
             and (h.to_on is null or h.to_on > (moment at time zone 'Asia/Shanghai')::date)
          union all
          select d.post_id, true, null from access_delegation d
           where d.to_person_id = person and d.revoked_at is null and d.starts_at <= moment and d.ends_at > moment
         ) source
    join access_post post on post.id = source.post_id and post.is_active
    left join access_unit unit on unit.id = post.unit_id
   group by post.id, unit.name
   order by bool_and(source.is_delegated), min(source.ord), post.id
$$;
alter function jw_posts_open_to(uuid, timestamptz) owner to jingwei_reader;
revoke all on function jw_posts_open_to(uuid, timestamptz) from public;
grant execute on function jw_posts_open_to(uuid, timestamptz) to jingwei_app;
"""

POSTS_OF_UNIT = """
create function jw_posts_of_unit(unit uuid, moment timestamptz)
  returns table (post_id uuid, title text, person_id uuid, person_name text)
  language sql stable security definer set search_path = public as $$
  select post.id, post.title::text, p.id, p.name::text
    from access_post post
    left join access_holding h on h.post_id = post.id
          and h.from_on <= (moment at time zone 'Asia/Shanghai')::date
          and (h.to_on is null or h.to_on > (moment at time zone 'Asia/Shanghai')::date)
    left join access_person p on p.id = h.person_id and p.is_staff
   where post.unit_id = unit and post.is_active
   order by post.title, post.id
$$;
alter function jw_posts_of_unit(uuid, timestamptz) owner to jingwei_reader;
revoke all on function jw_posts_of_unit(uuid, timestamptz) from public;
grant execute on function jw_posts_of_unit(uuid, timestamptz) to jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0001_tables")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop)
        for sql in (PERSON_FENCE, ACTOR_OF_TOKEN, POSTS_OPEN_TO, POSTS_OF_UNIT)
    ]

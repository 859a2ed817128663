"""A file is seen by who uploaded it and by the system; other apps add their own ways to see it.

`jw_claim_files` is a definer function because whoever reports without an account cannot see the row that they may
nevertheless attach: they know its id, which was told to nobody else.
"""

from django.db import migrations

FENCES = """
alter table files_file enable row level security;
alter table files_file force row level security;
create policy own_upload on files_file for select using (
  case when (select jw_scope()) = '*' then true
       when uploader_person_id = (select jw_person()) then true
       else false end);
create policy upload on files_file for insert with check (
  uploader_person_id is not distinct from (select jw_person()));
create policy change_what_is_seen on files_file for update using (
  (select jw_scope()) <> '~none' or (select jw_unit()) is not null or (select jw_person()) is not null);
create policy forget on files_file for delete using ((select jw_scope()) = '*');
create policy owner_all on files_file to jingwei_owner using (true) with check (true);
revoke update, truncate on files_file from jingwei_app;
grant update (media_type, sha256, size_bytes, width, height, drawn_masked, publish_blocked, reviewed_at,
              reviewed_by_id) on files_file to jingwei_app;
grant update (claimed_at, claimed_for) on files_file to jingwei_reader;
"""

CLAIM = """
create function jw_claim_files(ids uuid[], target uuid, moment timestamptz)
  returns setof uuid language sql volatile security definer set search_path = public as $$
  update files_file set claimed_at = coalesce(claimed_at, moment), claimed_for = target
   where id = any(ids)
     and (uploader_person_id is null or uploader_person_id = jw_person())
     and (claimed_at is null or claimed_for = target)
  returning id
$$;
comment on function jw_claim_files(uuid[], uuid, timestamptz) is
  'Ties uploads of the asking person, or of nobody, to the one matter they belong to; again for the same matter is fine.';
alter function jw_claim_files(uuid[], uuid, timestamptz) owner to jingwei_reader;
revoke all on function jw_claim_files(uuid[], uuid, timestamptz) from public;
grant execute on function jw_claim_files(uuid[], uuid, timestamptz) to jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("files", "0001_tables"), ("areas", "0001_ground")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (FENCES, CLAIM)
    ]

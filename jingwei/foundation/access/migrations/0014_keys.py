"""System keys: seen and kept by the administrators of their area; what stands behind a secret is asked by a function."""

import django.db.models.deletion
from django.db import migrations, models

import jingwei.kernel.ids

FENCE = """
alter table access_key enable row level security;
alter table access_key force row level security;
create policy administered on access_key using (
  case when (select jw_scope()) = '*' then true
       when nullif(current_setting('jw.role', true), '') is distinct from 'administrator' then false
       when starts_with(area_code, (select jw_scope())) then true
       else false end);
create policy owner_all on access_key to jingwei_owner using (true) with check (true);
revoke delete, truncate on access_key from jingwei_app;
alter table access_keysecret enable row level security;
alter table access_keysecret force row level security;
create policy through_key on access_keysecret using (exists (select 1 from access_key k where k.id = key_id));
create policy owner_all on access_keysecret to jingwei_owner using (true) with check (true);
revoke delete, truncate on access_keysecret from jingwei_app;
"""

ACTOR_OF_KEY = """
create function jw_actor_of_key(secret_digest bytea, moment timestamptz)
  returns table (key_id uuid, name text, area_code text, unit_id uuid, grants jsonb, networks jsonb,
                 rate_per_minute integer, last_used_on date)
  language sql stable security definer set search_path = public as $$
  select k.id, k.name::text, k.area_code::text, k.unit_id, k.grants, k.networks, k.rate_per_minute, k.last_used_on
    from access_keysecret s join access_key k on k.id = s.key_id
   where s.digest = secret_digest and (s.ends_at is null or s.ends_at > moment)
     and k.revoked_at is null and k.expires_at > moment
$$;
comment on function jw_actor_of_key(bytea, timestamptz) is
  'Which system stands behind a key''s secret: asked before anybody''s eyes are set, by whoever holds the secret.';
alter function jw_actor_of_key(bytea, timestamptz) owner to jingwei_reader;
revoke all on function jw_actor_of_key(bytea, timestamptz) from public;
grant execute on function jw_actor_of_key(bytea, timestamptz) to jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0013_known_places")]
    operations = [
        migrations.AlterField(
            model_name="post",
            name="role",
            field=models.CharField(choices=[("public", "public"), ("resident", "resident"), ("officer", "officer"), ("grid_head", "grid_head"), ("chief_grid_head", "chief_grid_head"), ("desk", "desk"), ("commander", "commander"), ("unit_head", "unit_head"), ("handler", "handler"), ("supervisor", "supervisor"), ("inspector", "inspector"), ("administrator", "administrator"), ("machine", "machine"), ("system", "system")], max_length=20),
        ),
        migrations.CreateModel(
            name="Key",
            fields=[
                ("id", models.UUIDField(default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=60, unique=True)),
                ("purpose", models.CharField(max_length=200)),
                ("area_code", models.CharField(max_length=15)),
                ("grants", models.JSONField()),
                ("networks", models.JSONField()),
                ("rate_per_minute", models.PositiveIntegerField()),
                ("created_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("last_used_on", models.DateField(blank=True, null=True)),
                ("created_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.person")),
                ("unit", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.unit")),
            ],
            options={"indexes": [models.Index(fields=["area_code"], name="access_key_area")]},
        ),
        migrations.CreateModel(
            name="KeySecret",
            fields=[
                ("id", models.UUIDField(default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("digest", models.BinaryField(unique=True)),
                ("made_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(blank=True, null=True)),
                ("key", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.key")),
            ],
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
        migrations.RunSQL(ACTOR_OF_KEY, migrations.RunSQL.noop),
    ]

"""Sessions know when, how and how well their person proved who they are; second factors; failures by door."""

import django.db.models.deletion
import jingwei.kernel.ids
from django.db import migrations, models


FENCE = """
alter table access_knock enable row level security;
alter table access_knock force row level security;
create policy the_door_alone on access_knock using (
  case when (select jw_scope()) = '*' then true else false end) with check (
  case when (select jw_scope()) = '*' then true else false end);
create policy owner_all on access_knock to jingwei_owner using (true) with check (true);

alter table access_secondfactor enable row level security;
alter table access_secondfactor force row level security;
create policy own on access_secondfactor using (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end)
  with check (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end);
create policy owner_all on access_secondfactor to jingwei_owner using (true) with check (true);

alter table access_recoverycode enable row level security;
alter table access_recoverycode force row level security;
create policy own on access_recoverycode using (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end)
  with check (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end);
create policy owner_all on access_recoverycode to jingwei_owner using (true) with check (true);
"""

ACTOR_OF_TOKEN = """
drop function jw_actor_of_token(bytea, timestamptz);
create function jw_actor_of_token(secret_digest bytea, moment timestamptz)
  returns table (token_id uuid, person_id uuid, name text, post_id uuid, role text, area_code text,
                 unit_id uuid, acting_for_id uuid, is_program boolean, proved_at timestamptz, strength smallint,
                 has_proved_again boolean, seen_at timestamptz)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin return query
  select t.id, t.person_id, p.name::text, post.id, post.role::text, post.area_code::text, post.unit_id,
         lent.from_person_id, t.kind = 'token', coalesce(t.authenticated_at, t.created_at), t.strength::smallint,
         coalesce(t.authenticated_at > t.created_at, false), coalesce(t.seen_at, t.created_at)
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
     and (t.idle_minutes is null
          or coalesce(t.seen_at, t.created_at) + make_interval(mins => t.idle_minutes) > moment)
     and (t.post_id is null or (post.id is not null and (held.id is not null or lent.from_person_id is not null)));
end $$;
alter function jw_actor_of_token(bytea, timestamptz) owner to jingwei_reader;
revoke all on function jw_actor_of_token(bytea, timestamptz) from public;
grant execute on function jw_actor_of_token(bytea, timestamptz) to jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0010_one_resident"),
    ]

    operations = [
        migrations.CreateModel(
            name="Knock",
            fields=[
                ("door", models.BinaryField(primary_key=True, serialize=False)),
                ("level", models.FloatField(default=0)),
                ("failed_at", models.DateTimeField(blank=True, null=True)),
                ("good_on", models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.AddField(
            model_name="account",
            name="devices_since",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="token",
            name="authenticated_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="token",
            name="device",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.AddField(
            model_name="token",
            name="idle_minutes",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="token",
            name="network",
            field=models.CharField(blank=True, default="", max_length=24),
        ),
        migrations.AddField(
            model_name="token",
            name="seen_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="token",
            name="strength",
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="token",
            name="way",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.CreateModel(
            name="RecoveryCode",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("digest", models.BinaryField()),
                ("made_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("person", "digest"), name="access_recovery_code_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SecondFactor",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("secret_sealed", models.BinaryField()),
                ("begun_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("last_step", models.BigIntegerField(default=0)),
                ("last_used_on", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("person"),
                        condition=models.Q(("confirmed_at", None)),
                        name="access_factor_one_begun",
                    ),
                    models.UniqueConstraint(
                        models.F("person"),
                        condition=models.Q(("confirmed_at__isnull", False)),
                        name="access_factor_one_confirmed",
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            "alter table access_token alter strength set default 1, alter way set default '', "
            "alter device set default '', alter network set default ''",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
        migrations.RunSQL(ACTOR_OF_TOKEN, migrations.RunSQL.noop),
    ]

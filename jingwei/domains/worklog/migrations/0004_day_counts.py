"""Counts of the work log by day, place and item, with their fence, and those of what is there already."""

import jingwei.kernel.ids
from django.db import migrations, models

FENCE = """
alter table worklog_daycount enable row level security;
alter table worklog_daycount force row level security;
create policy owner_all on worklog_daycount to jingwei_owner using (true) with check (true);
create policy see on worklog_daycount for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(scope_code, (select jw_scope())) then true
       else false end);
create policy count_in on worklog_daycount for insert with check ((select jw_scope()) = '*');
create policy count_on on worklog_daycount for update using ((select jw_scope()) = '*');
create policy count_anew on worklog_daycount for delete using ((select jw_scope()) = '*');
revoke truncate on worklog_daycount from jingwei_app;
"""

COUNT = """
insert into worklog_daycount
 (id, day, city_code, county_code, township_code, community_code, grid_code, scope_code, item_code, item_name, entries,
  grown)
select gen_random_uuid(), (happened_at at time zone 'Asia/Shanghai')::date, city_code, county_code, township_code,
       community_code, grid_code, scope_code, item_code, item_name, count(*), count(incident_id)
  from worklog_logentry where struck_at is null
 group by 2, city_code, county_code, township_code, community_code, grid_code, scope_code, item_code, item_name;
"""


class Migration(migrations.Migration):
    dependencies = [("worklog", "0003_change_of_files")]

    operations = [
        migrations.CreateModel(
            name="DayCount",
            fields=[
                ("city_code", models.CharField(max_length=4)),
                ("county_code", models.CharField(blank=True, max_length=6, null=True)),
                ("township_code", models.CharField(blank=True, max_length=9, null=True)),
                ("community_code", models.CharField(blank=True, max_length=12, null=True)),
                ("grid_code", models.CharField(blank=True, max_length=15, null=True)),
                ("scope_code", models.CharField(max_length=15)),
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("day", models.DateField()),
                ("item_code", models.CharField(max_length=6)),
                ("item_name", models.CharField(max_length=80)),
                ("entries", models.IntegerField()),
                ("grown", models.IntegerField()),
            ],
        ),
        migrations.AddConstraint(
            model_name="daycount",
            constraint=models.UniqueConstraint(
                fields=("day", "scope_code", "item_code", "item_name"), name="worklog_daycount_one"
            ),
        ),
        migrations.AddIndex(
            model_name="daycount",
            index=models.Index(fields=["city_code", "day"], name="worklog_daycount_city"),
        ),
        migrations.AddIndex(
            model_name="daycount",
            index=models.Index(fields=["county_code", "day"], name="worklog_daycount_county"),
        ),
        migrations.AddIndex(
            model_name="daycount",
            index=models.Index(fields=["township_code", "day"], name="worklog_daycount_township"),
        ),
        migrations.AddIndex(
            model_name="daycount",
            index=models.Index(fields=["community_code", "day"], name="worklog_daycount_community"),
        ),
        migrations.AddIndex(
            model_name="daycount",
            index=models.Index(fields=["grid_code", "day"], name="worklog_daycount_grid"),
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
    ]

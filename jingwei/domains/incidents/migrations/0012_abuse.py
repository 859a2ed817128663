"""Marked sources, held reports and folded ones, each behind its fence. Reporters see none of it."""

import django.db.models.deletion
import jingwei.kernel.ids
from django.db import migrations, models

# Digests of devices and addresses: the system alone.
SOURCE = """
alter table incidents_source enable row level security;
alter table incidents_source force row level security;
create policy owner_all on incidents_source to jingwei_owner using (true) with check (true);
create policy system_reads on incidents_source for select using (
  case when (select jw_scope()) = '*' then true else false end);
create policy note on incidents_source for insert with check (true);
create policy forget on incidents_source for delete using (
  case when (select jw_scope()) = '*' then true else false end);
revoke update, truncate on incidents_source from jingwei_app;
"""
MARK = """
alter table incidents_mark enable row level security;
alter table incidents_mark force row level security;
create policy owner_all on incidents_mark to jingwei_owner using (true) with check (true);
create policy of_area on incidents_mark for select using (
  case when (select jw_scope()) = '*' then true
       when starts_with(area_code, (select jw_scope())) then true
       else false end);
create policy add on incidents_mark for insert with check (true);
create policy lift on incidents_mark for update using (
  case when (select jw_scope()) = '*' then true
       when starts_with(area_code, (select jw_scope())) then true
       else false end) with check (true);
create policy forget on incidents_mark for delete using (
  case when (select jw_scope()) = '*' then true else false end);
revoke update, truncate on incidents_mark from jingwei_app;
grant update (held_count, lifted_at, lifted_by, lifted_why) on incidents_mark to jingwei_app;
"""
# Who reported must not learn of it: without a unit and a post nothing is seen, also not of one's own.
BESIDE = """
alter table {table} enable row level security;
alter table {table} force row level security;
create policy owner_all on {table} to jingwei_owner using (true) with check (true);
create policy staff_through_incident on {table} for select using (
  case when (select jw_scope()) = '~none' and (select jw_unit()) is null and (select jw_post()) is null then false
       else exists (select 1 from incidents_incident i where i.id = incident_id) end);
create policy add_to on {table} for insert with check (true);
create policy change_through_incident on {table} for update using (
  case when (select jw_scope()) = '~none' and (select jw_unit()) is null and (select jw_post()) is null then false
       else exists (select 1 from incidents_incident i where i.id = incident_id) end) with check (true);
revoke update, delete, truncate on {table} from jingwei_app;
grant update ({columns}) on {table} to jingwei_app;
"""
HOLD = BESIDE.format(
    table="incidents_hold", columns="ended_at, outcome, person_id, post_id, ended_by"
)
FOLD = BESIDE.format(table="incidents_fold", columns="followed_version, taken_out_at, taken_out_by")


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0011_own_steps'),
    ]

    operations = [
        migrations.CreateModel(
            name='Fold',
            fields=[
                ('id', models.UUIDField(default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('head_id', models.UUIDField()),
                ('folded_at', models.DateTimeField()),
                ('folded_by', models.CharField(max_length=80)),
                ('followed_version', models.PositiveIntegerField()),
                ('taken_out_at', models.DateTimeField(null=True)),
                ('taken_out_by', models.CharField(blank=True, max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name='Hold',
            fields=[
                ('id', models.UUIDField(default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('mark_id', models.UUIDField()),
                ('marked_by_id', models.UUIDField(null=True)),
                ('floor', models.PositiveSmallIntegerField()),
                ('held_at', models.DateTimeField()),
                ('until_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('outcome', models.CharField(blank=True, max_length=10)),
                ('person_id', models.UUIDField(null=True)),
                ('post_id', models.UUIDField(null=True)),
                ('ended_by', models.CharField(blank=True, max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name='Mark',
            fields=[
                ('id', models.UUIDField(default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=10)),
                ('key', models.BinaryField(max_length=16)),
                ('area_code', models.CharField(max_length=15)),
                ('incident_id', models.UUIDField()),
                ('receipt_no', models.CharField(max_length=20)),
                ('reason', models.CharField(max_length=200)),
                ('marked_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('person_id', models.UUIDField(null=True)),
                ('post_id', models.UUIDField(null=True)),
                ('marked_by', models.CharField(max_length=80)),
                ('held_count', models.PositiveIntegerField(default=0)),
                ('lifted_at', models.DateTimeField(null=True)),
                ('lifted_by', models.CharField(blank=True, max_length=80)),
                ('lifted_why', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.UUIDField(default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('device', models.BinaryField(null=True)),
                ('address', models.BinaryField(null=True)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='incident',
            name='fold_count',
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name='incident',
            name='head_id',
            field=models.UUIDField(null=True),
        ),
        migrations.AddIndex(
            model_name='incident',
            index=models.Index(condition=models.Q(('head_id__isnull', False)), fields=['head_id', 'reported_at'], name='incidents_folded'),
        ),
        migrations.AddField(
            model_name='fold',
            name='incident',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.incident'),
        ),
        migrations.AddField(
            model_name='hold',
            name='incident',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.incident'),
        ),
        migrations.AddIndex(
            model_name='mark',
            index=models.Index(condition=models.Q(('lifted_at', None)), fields=['key'], name='incidents_mark_key'),
        ),
        migrations.AddIndex(
            model_name='mark',
            index=models.Index(fields=['-marked_at', '-id'], name='incidents_mark_newest'),
        ),
        migrations.AddField(
            model_name='source',
            name='incident',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.incident'),
        ),
        migrations.AddIndex(
            model_name='fold',
            index=models.Index(condition=models.Q(('taken_out_at', None)), fields=['head_id'], name='incidents_fold_head'),
        ),
        migrations.AddConstraint(
            model_name='fold',
            constraint=models.UniqueConstraint(condition=models.Q(('taken_out_at', None)), fields=('incident',), name='incidents_fold_one_open'),
        ),
        migrations.AddIndex(
            model_name='hold',
            index=models.Index(condition=models.Q(('ended_at', None)), fields=['until_at'], name='incidents_hold_open'),
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.UniqueConstraint(fields=('incident',), name='incidents_hold_once'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.UniqueConstraint(fields=('incident',), name='incidents_source_once'),
        ),
        *(migrations.RunSQL(fence, migrations.RunSQL.noop) for fence in (SOURCE, MARK, HOLD, FOLD)),
    ]

"""The duty matrix, and what its simulations found, for whoever asked."""

import django.db.models.deletion
import jingwei.kernel.ids
from django.db import migrations, models


FENCE = """
alter table routing_simulation enable row level security;
alter table routing_simulation force row level security;
create policy owner_all on routing_simulation to jingwei_owner using (true) with check (true);
create policy own on routing_simulation using (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end)
  with check (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end);
revoke truncate on routing_simulation from jingwei_app;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('routing', '0003_published'), ('areas', '0001_ground'),
    ]

    operations = [
        migrations.CreateModel(
            name='DutyList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('valid_from_on', models.DateField(blank=True, null=True, unique=True)),
                ('valid_to_on', models.DateField(blank=True, null=True)),
                ('loaded_at', models.DateTimeField()),
                ('batch_id', models.UUIDField(blank=True, null=True, unique=True)),
                ('is_proposed', models.BooleanField(default=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to_on', None), models.Q(('valid_from_on__isnull', False), ('valid_to_on__gt', models.F('valid_from_on'))), _connector='OR'), name='routing_duties_order'), models.UniqueConstraint(models.Value(1), condition=models.Q(('valid_to_on', None), ('valid_from_on__isnull', False)), name='routing_duties_one_open'), models.UniqueConstraint(models.Value(1), condition=models.Q(('valid_from_on', None), ('is_proposed', True)), name='routing_duties_one_proposed')],
            },
        ),
        migrations.CreateModel(
            name='Simulation',
            fields=[
                ('id', models.UUIDField(default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('duty_list_id', models.BigIntegerField()),
                ('list_name', models.CharField(max_length=80)),
                ('against_name', models.CharField(blank=True, max_length=80)),
                ('area_code', models.CharField(max_length=15)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField()),
                ('person_id', models.UUIDField()),
                ('asked_at', models.DateTimeField()),
                ('beat_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('total', models.PositiveIntegerField(default=0)),
                ('done', models.PositiveIntegerField(default=0)),
                ('result', models.JSONField(default=dict)),
            ],
            options={
                'indexes': [models.Index(fields=['person_id', '-asked_at'], name='routing_simulation_own')],
            },
        ),
        migrations.CreateModel(
            name='DutyRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveIntegerField()),
                ('item_prefix', models.CharField(blank=True, max_length=6)),
                ('area_code', models.CharField(blank=True, max_length=15)),
                ('level', models.PositiveSmallIntegerField(default=0)),
                ('hours', models.CharField(blank=True, max_length=11)),
                ('lead', models.CharField(max_length=44)),
                ('assists', models.CharField(blank=True, max_length=300)),
                ('handle_limit', models.CharField(blank=True, max_length=6)),
                ('assist_limit', models.CharField(blank=True, max_length=6)),
                ('village', models.CharField(blank=True, max_length=8)),
                ('basis', models.CharField(blank=True, max_length=300)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('duty_list', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='routing.dutylist')),
            ],
            options={
                'indexes': [models.Index(fields=['duty_list', 'place', 'id'], name='routing_duty_order')],
            },
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
    ]

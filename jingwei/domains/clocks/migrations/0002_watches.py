"""Half days, the dated clock policy, and watches: what is owed beside the incidents, seen by machines alone."""

import django.db.models.deletion
import jingwei.kernel.ids
from django.db import migrations, models


WATCH_FENCE = """
alter table clocks_watch enable row level security;
alter table clocks_watch force row level security;
create policy owner_all on clocks_watch to jingwei_owner using (true) with check (true);
create policy machine on clocks_watch using ((select jw_scope()) = '*') with check ((select jw_scope()) = '*');
revoke delete, truncate on clocks_watch from jingwei_app;
"""
VERSIONS_ARE_REPLACED_WHOLE = """
revoke update, truncate on clocks_policy, clocks_policylimit, clocks_policywarning from jingwei_app;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('clocks', '0001_tables'),
        ('access', '0002_fences'),
    ]

    operations = [
        migrations.CreateModel(
            name='Policy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField(unique=True)),
                ('quiet_from_minute', models.PositiveSmallIntegerField()),
                ('quiet_until_minute', models.PositiveSmallIntegerField()),
                ('extension_times', models.PositiveSmallIntegerField()),
                ('extension_limit', models.CharField(max_length=8)),
                ('entered_at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='calendarday',
            name='half',
            field=models.CharField(blank=True, db_default='', default='', max_length=9),
        ),
        migrations.CreateModel(
            name='Watch',
            fields=[
                ('id', models.UUIDField(default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=40)),
                ('subject_id', models.UUIDField()),
                ('incident_id', models.UUIDField(null=True)),
                ('unit_id', models.UUIDField(null=True)),
                ('post_id', models.UUIDField(null=True)),
                ('area_code', models.CharField(blank=True, max_length=15)),
                ('title_zh', models.CharField(max_length=60)),
                ('title_en', models.CharField(max_length=120)),
                ('target', models.CharField(max_length=120)),
                ('is_urgent', models.BooleanField(default=False)),
                ('started_at', models.DateTimeField()),
                ('limit', models.CharField(max_length=8)),
                ('due_at', models.DateTimeField(null=True)),
                ('warn_at', models.DateTimeField(null=True)),
                ('is_provisional', models.BooleanField(default=False)),
                ('is_overdue', models.BooleanField(default=False)),
                ('paused_at', models.DateTimeField(null=True)),
                ('pause_reason', models.CharField(blank=True, max_length=200)),
                ('left_minutes', models.IntegerField(null=True)),
                ('is_left_working', models.BooleanField(default=True)),
                ('given', models.CharField(blank=True, max_length=120)),
                ('ended_at', models.DateTimeField(null=True)),
                ('outcome', models.CharField(blank=True, max_length=20)),
                ('next_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('next_at__isnull', False)), fields=['next_at'], name='clocks_watch_next'), models.Index(fields=['kind', 'subject_id', 'started_at'], name='clocks_watch_subject')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('kind', 'subject_id'), name='clocks_watch_one_open'), models.CheckConstraint(condition=models.Q(('unit_id', None), ('post_id', None), _connector='XOR'), name='clocks_watch_owed')],
            },
        ),
        migrations.CreateModel(
            name='PolicyLimit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('item_prefix', models.CharField(blank=True, max_length=6)),
                ('is_urgent', models.BooleanField()),
                ('first_limit', models.CharField(max_length=8)),
                ('progress_limit', models.CharField(max_length=8)),
                ('solution_limit', models.CharField(max_length=8)),
                ('policy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='clocks.policy')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('policy', 'item_prefix', 'is_urgent'), name='clocks_policylimit_once')],
            },
        ),
        migrations.CreateModel(
            name='PolicyWarning',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('colour', models.CharField(max_length=8)),
                ('percent', models.PositiveSmallIntegerField()),
                ('answered_by', models.CharField(max_length=8)),
                ('policy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='clocks.policy')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('policy', 'colour'), name='clocks_policywarning_once')],
            },
        ),
        migrations.RunSQL(WATCH_FENCE, migrations.RunSQL.noop),
        migrations.RunSQL(VERSIONS_ARE_REPLACED_WHOLE, migrations.RunSQL.noop),
    ]

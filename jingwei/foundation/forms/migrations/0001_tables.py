"""Versions of forms, code tables of the city's own, and how much each field is used: none of it is about a person."""

import jingwei.kernel.ids
from django.db import migrations, models

KEPT = """
revoke truncate on forms_formversion, forms_citytable, forms_citycode, forms_fielduse from jingwei_app;
revoke delete on forms_citytable, forms_citycode, forms_fielduse from jingwei_app;
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('areas', '0001_ground'),
    ]

    operations = [
        migrations.CreateModel(
            name='FormVersion',
            fields=[
                ('id', models.UUIDField(default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=30)),
                ('version', models.PositiveIntegerField()),
                ('valid_from', models.DateField(null=True)),
                ('title_zh', models.CharField(max_length=40)),
                ('title_en', models.CharField(max_length=80)),
                ('fields', models.JSONField(default=list)),
                ('period_days', models.PositiveIntegerField(default=0)),
                ('edition', models.PositiveIntegerField(default=1)),
                ('changed_at', models.DateTimeField()),
                ('changed_by', models.CharField(max_length=80)),
                ('published_at', models.DateTimeField(null=True)),
                ('published_by', models.CharField(blank=True, max_length=80)),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(models.F('kind'), models.F('version'), name='forms_version_once'),
                    models.UniqueConstraint(models.F('kind'), condition=models.Q(('valid_from', None)), name='forms_version_one_draft'),
                    models.CheckConstraint(condition=models.Q(models.Q(('published_at', None), ('valid_from', None)), models.Q(('published_at__isnull', False), ('valid_from__isnull', False)), _connector='OR'), name='forms_version_published'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CityTable',
            fields=[
                ('key', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('title_zh', models.CharField(max_length=40)),
                ('title_en', models.CharField(max_length=80)),
                ('source', models.CharField(blank=True, max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name='CityCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('table_key', models.CharField(max_length=40)),
                ('value', models.CharField(max_length=20)),
                ('name_zh', models.CharField(max_length=40)),
                ('name_en', models.CharField(max_length=80)),
                ('is_active', models.BooleanField(default=True)),
                ('place', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.F('table_key'), models.F('value'), name='forms_code_once')],
            },
        ),
        migrations.CreateModel(
            name='FieldUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=30)),
                ('key', models.CharField(max_length=30)),
                ('given', models.PositiveBigIntegerField(default=0)),
                ('first_given_on', models.DateField(null=True)),
                ('last_given_on', models.DateField(null=True)),
                ('used', models.PositiveBigIntegerField(default=0)),
                ('last_used_on', models.DateField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.F('kind'), models.F('key'), name='forms_use_once')],
            },
        ),
        migrations.RunSQL(KEPT, migrations.RunSQL.noop),
    ]

"""Files of the base map, what they held, what is left of it at small scales. Public facts: no fence."""

import django.contrib.gis.db.models.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [("areas", "0002_territory")]

    operations = [
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField(default=0)),
                ('changed_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Dataset',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40)),
                ('file_name', models.CharField(max_length=120)),
                ('file_digest', models.CharField(max_length=64)),
                ('size_bytes', models.PositiveBigIntegerField()),
                ('file_format', models.CharField(max_length=8)),
                ('options', models.JSONField(default=dict)),
                ('attribution', models.CharField(max_length=200)),
                ('stage', models.CharField(choices=[('reading', 'reading'), ('generalising', 'generalising'), ('ready', 'ready')], max_length=12)),
                ('is_shown', models.BooleanField(default=False)),
                ('objects_read', models.PositiveBigIntegerField(default=0)),
                ('counts', models.JSONField(default=dict)),
                ('left_out', models.JSONField(default=dict)),
                ('west', models.FloatField(null=True)),
                ('south', models.FloatField(null=True)),
                ('east', models.FloatField(null=True)),
                ('north', models.FloatField(null=True)),
                ('began_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('stage', 'ready'), _negated=True), fields=('name',), name='basemap_dataset_one_unfinished'), models.UniqueConstraint(condition=models.Q(('is_shown', True)), fields=('name',), name='basemap_dataset_one_shown')],
            },
        ),
        migrations.CreateModel(
            name='Feature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('layer', models.CharField(choices=[('landuse', 'landuse'), ('water', 'water'), ('waterway', 'waterway'), ('road', 'road'), ('rail', 'rail'), ('building', 'building'), ('place', 'place'), ('poi', 'poi')], max_length=8)),
                ('kind', models.CharField(max_length=16)),
                ('name', models.CharField(blank=True, max_length=80)),
                ('name_en', models.CharField(blank=True, max_length=80)),
                ('rank', models.PositiveSmallIntegerField()),
                ('lowest_zoom', models.PositiveSmallIntegerField()),
                ('geom', django.contrib.gis.db.models.fields.GeometryField(spatial_index=False, srid=3857)),
                ('height_m', models.FloatField(null=True)),
                ('base_m', models.FloatField(null=True)),
                ('dataset', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='basemap.dataset')),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GistIndex(fields=['geom'], name='basemap_feature_geom')],
            },
        ),
        migrations.CreateModel(
            name='Shape',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('layer', models.CharField(choices=[('landuse', 'landuse'), ('water', 'water'), ('waterway', 'waterway'), ('road', 'road'), ('rail', 'rail'), ('building', 'building'), ('place', 'place'), ('poi', 'poi')], max_length=8)),
                ('kind', models.CharField(max_length=16)),
                ('name', models.CharField(blank=True, max_length=80)),
                ('name_en', models.CharField(blank=True, max_length=80)),
                ('rank', models.PositiveSmallIntegerField()),
                ('lowest_zoom', models.PositiveSmallIntegerField()),
                ('geom', django.contrib.gis.db.models.fields.GeometryField(spatial_index=False, srid=3857)),
                ('band', models.PositiveSmallIntegerField()),
                ('dataset', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='basemap.dataset')),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GistIndex(condition=models.Q(('band', 0)), fields=['geom'], name='basemap_shape_band_0'), django.contrib.postgres.indexes.GistIndex(condition=models.Q(('band', 1)), fields=['geom'], name='basemap_shape_band_1'), django.contrib.postgres.indexes.GistIndex(condition=models.Q(('band', 2)), fields=['geom'], name='basemap_shape_band_2'), django.contrib.postgres.indexes.GistIndex(condition=models.Q(('band', 3)), fields=['geom'], name='basemap_shape_band_3')],
            },
        ),
    ]

"""Uploads in pieces: seen by the receiving machine alone, which looks them up by the digest of their secret."""

import jingwei.kernel.ids
from django.db import migrations, models

FENCES = """
alter table files_pieceupload enable row level security;
alter table files_pieceupload force row level security;
create policy owner_all on files_pieceupload to jingwei_owner using (true) with check (true);
create policy by_the_receiver on files_pieceupload
  using (case when (select jw_scope()) = '*' then true else false end)
  with check (case when (select jw_scope()) = '*' then true else false end);
revoke update, truncate on files_pieceupload from jingwei_app;
grant update (file_id) on files_pieceupload to jingwei_app;
"""


class Migration(migrations.Migration):

    dependencies = [('files', '0002_fences')]

    operations = [
        migrations.CreateModel(
            name='PieceUpload',
            fields=[
                ('id', models.UUIDField(default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('secret_digest', models.BinaryField(max_length=32, unique=True)),
                ('length_bytes', models.PositiveIntegerField()),
                ('claims_picture', models.BooleanField()),
                ('uploader_person_id', models.UUIDField(null=True)),
                ('sender', models.BinaryField(max_length=32)),
                ('created_at', models.DateTimeField()),
                ('file_id', models.UUIDField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['sender', 'created_at'], name='files_pieceupload_sender'), models.Index(fields=['created_at'], name='files_pieceupload_age')],
            },
        ),
        migrations.RunSQL(FENCES, migrations.RunSQL.noop),
    ]

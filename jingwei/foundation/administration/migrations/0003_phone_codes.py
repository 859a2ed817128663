"""Codes sent to mobile numbers: nobody reads them but the system, and nothing in them is readable."""

from django.db import migrations, models

import jingwei.kernel.ids

FENCE = """
alter table administration_phonecode enable row level security;
alter table administration_phonecode force row level security;
create policy system_only on administration_phonecode using ((select jw_scope()) = '*');
create policy owner_all on administration_phonecode to jingwei_owner using (true) with check (true);
"""


class Migration(migrations.Migration):
    dependencies = [("administration", "0002_fences"), ("areas", "0001_ground")]
    operations = [
        migrations.CreateModel(
            name="PhoneCode",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("phone_index", models.BinaryField()),
                ("address_index", models.BinaryField()),
                ("code_digest", models.BinaryField()),
                ("sent_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("used_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["phone_index", "-sent_at"], name="administration_code_phone"),
                    models.Index(fields=["address_index", "-sent_at"], name="administration_code_address"),
                    models.Index(fields=["sent_at"], name="administration_code_sent"),
                ],
            },
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
    ]

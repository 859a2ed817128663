"""Passes that containers lend us; the system alone reads them."""

from django.db import migrations, models

FENCE = """
alter table administration_pass enable row level security;
alter table administration_pass force row level security;
create policy system_only on administration_pass using ((select jw_scope()) = '*');
create policy owner_all on administration_pass to jingwei_owner using (true) with check (true);
"""


class Migration(migrations.Migration):
    dependencies = [("administration", "0003_phone_codes")]
    operations = [
        migrations.CreateModel(
            name="Pass",
            fields=[
                ("name", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
                ("expires_at", models.DateTimeField()),
            ],
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
    ]

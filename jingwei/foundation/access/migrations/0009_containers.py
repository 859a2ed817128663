"""Container identities that open an account: seen and let go of by their person, looked up by the system alone."""

import django.db.models.deletion
from django.db import migrations, models

import jingwei.kernel.ids

FENCE = """
alter table access_containerlink enable row level security;
alter table access_containerlink force row level security;
create policy own on access_containerlink for select using (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end);
create policy own_insert on access_containerlink for insert with check (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end);
create policy own_change on access_containerlink for update using (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end);
create policy own_delete on access_containerlink for delete using (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end);
create policy owner_all on access_containerlink to jingwei_owner using (true) with check (true);
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0008_public_phone")]
    operations = [
        migrations.CreateModel(
            name="ContainerLink",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "container",
                    models.CharField(
                        choices=[
                            ("wechat", "wechat"),
                            ("wechatmini", "wechatmini"),
                            ("wecom", "wecom"),
                            ("dingtalk", "dingtalk"),
                            ("alipay", "alipay"),
                        ],
                        max_length=10,
                    ),
                ),
                ("subject_index", models.BinaryField()),
                ("subject_sealed", models.BinaryField()),
                ("wants_push", models.BooleanField(default=True)),
                ("linked_at", models.DateTimeField()),
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
                        fields=("container", "subject_index"), name="access_link_one_person"
                    ),
                    models.UniqueConstraint(fields=("person", "container"), name="access_link_one_each"),
                ],
            },
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
    ]

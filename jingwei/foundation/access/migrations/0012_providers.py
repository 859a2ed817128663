"""Sign-in providers: whose account they open, by which a session came, and which tries were used up."""

import django.db.models.deletion
from django.db import migrations, models

import jingwei.kernel.ids

FENCE = """
alter table access_providerlink enable row level security;
alter table access_providerlink force row level security;
create policy own on access_providerlink using (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end)
  with check (
  case when person_id = (select jw_person()) then true when (select jw_scope()) = '*' then true else false end);
create policy owner_all on access_providerlink to jingwei_owner using (true) with check (true);

alter table access_providersession enable row level security;
alter table access_providersession force row level security;
create policy the_door_alone on access_providersession using (
  case when (select jw_scope()) = '*' then true else false end) with check (
  case when (select jw_scope()) = '*' then true else false end);
create policy owner_all on access_providersession to jingwei_owner using (true) with check (true);
alter table access_providersession add constraint access_providersession_token
  foreign key (token_id) references access_token (id) on delete cascade deferrable initially deferred;

alter table access_providerstate enable row level security;
alter table access_providerstate force row level security;
create policy the_door_alone on access_providerstate using (
  case when (select jw_scope()) = '*' then true else false end) with check (
  case when (select jw_scope()) = '*' then true else false end);
create policy owner_all on access_providerstate to jingwei_owner using (true) with check (true);
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0011_proofs")]
    operations = [
        migrations.CreateModel(
            name="ProviderState",
            fields=[
                ("state_index", models.BinaryField(primary_key=True, serialize=False)),
                ("expires_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="ProviderSession",
            fields=[
                (
                    "token",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="access.token",
                    ),
                ),
                ("provider", models.CharField(max_length=30)),
                ("farewell_sealed", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="ProviderLink",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jingwei.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("provider", models.CharField(max_length=30)),
                ("subject_index", models.BinaryField()),
                ("subject_sealed", models.BinaryField()),
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
                        fields=("provider", "subject_index"), name="access_provider_link_one_person"
                    ),
                    models.UniqueConstraint(
                        fields=("person", "provider"), name="access_provider_link_one_each"
                    ),
                ],
            },
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
    ]

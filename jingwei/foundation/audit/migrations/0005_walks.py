"""A whole verification goes in portions; and a check says how much of what stands outside it compared."""

from django.db import migrations, models

FENCE = """
alter table audit_walk enable row level security;
alter table audit_walk force row level security;
create policy everybody on audit_walk for select using (true);
create policy keeper_begins on audit_walk for insert with check ((select jw_scope()) = '*');
create policy keeper_goes_on on audit_walk for update using ((select jw_scope()) = '*');
create policy owner_all on audit_walk to jingwei_owner using (true) with check (true);
revoke delete, truncate on audit_walk from jingwei_app;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_areas_of_nobody")]
    operations = [
        migrations.AddField("check", "anchor_count", models.PositiveIntegerField(db_default=0, default=0)),
        migrations.AddField("check", "witness_count", models.PositiveIntegerField(db_default=0, default=0)),
        migrations.CreateModel(
            name="Walk",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("begun_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("seal_total", models.PositiveIntegerField()),
                ("reached", models.PositiveBigIntegerField(default=0)),
                ("entry_count", models.PositiveBigIntegerField(default=0)),
                ("findings", models.JSONField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("finished_at", None)),
                        fields=("finished_at",),
                        name="audit_walk_one_at_a_time",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.AddIndex(
            "entry",
            models.Index(
                condition=models.Q(
                    (
                        "permission__in",
                        (
                            "export_rows",
                            "approve_export",
                            "take_call",
                            "read_audit",
                            "manage_posts",
                            "read_adoption",
                        ),
                    )
                ),
                fields=["at", "id"],
                name="audit_entry_inspected",
            ),
        ),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
    ]

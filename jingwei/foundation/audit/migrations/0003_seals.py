"""Seals, verifications and eras of the audit: append-only like the entries; and who writes an entry says which transaction."""

from django.db import migrations, models

TRANSACTIONS = """
-- plpgsql keeps its plan: 12 µs a call against 40 µs in SQL, which cannot be inlined here; every act calls it twice.
create function jw_era() returns bigint language plpgsql stable
  as $$ begin return coalesce((select xact_offset from audit_era order by id desc limit 1), 0); end $$;
create function jw_xact() returns bigint language plpgsql stable
  as $$ begin return pg_current_xact_id()::text::bigint
               + coalesce((select xact_offset from audit_era order by id desc limit 1), 0); end $$;
comment on function jw_xact() is 'The running transaction as audit entries count it: growing, also across restores.';
drop policy append on audit_entry;
create policy append on audit_entry for insert with check (xact = (select jw_xact()));
"""

FENCE = """
revoke update, delete, truncate on audit_seal, audit_check, audit_era from jingwei_app;
alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy everybody on audit_seal for select using (true);
create policy append on audit_seal for insert with check ((select jw_scope()) = '*');
create policy owner_all on audit_seal to jingwei_owner using (true) with check (true);
alter table audit_check enable row level security;
alter table audit_check force row level security;
create policy everybody on audit_check for select using (true);
create policy append on audit_check for insert with check ((select jw_scope()) = '*');
create policy owner_all on audit_check to jingwei_owner using (true) with check (true);
alter table audit_era enable row level security;
alter table audit_era force row level security;
create policy everybody on audit_era for select using (true);
create policy append on audit_era for insert with check ((select jw_scope()) = '*');
create policy owner_all on audit_era to jingwei_owner using (true) with check (true);
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_fences")]
    operations = [
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("sealed_at", models.DateTimeField()),
                ("from_xact", models.BigIntegerField()),
                ("to_xact", models.BigIntegerField()),
                ("entry_count", models.PositiveIntegerField()),
                ("marks", models.BinaryField()),
                ("key_mark", models.BinaryField()),
                ("digest", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Check",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("checked_at", models.DateTimeField()),
                ("seal_count", models.PositiveIntegerField()),
                ("entry_count", models.PositiveBigIntegerField()),
                ("unsealed_count", models.PositiveIntegerField()),
                ("findings", models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name="Era",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("began_at", models.DateTimeField()),
                ("xact_offset", models.BigIntegerField()),
                ("reason", models.CharField(max_length=400)),
            ],
        ),
        migrations.RunSQL(TRANSACTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(FENCE, migrations.RunSQL.noop),
    ]

"""Whether a report's source is marked, in one look instead of a transaction of its own (see bench/intake)."""

from django.db import migrations, models

# plpgsql keeps its plans for the session: this is asked once for each report.
MARK_ON = """
create function jw_mark_on(sources bytea[], moment timestamptz)
  returns table (mark_id uuid, marked_by uuid, are_phones_marked boolean)
  language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select found.id, found.person_id,
           exists (select 1 from incidents_mark p
                    where p.kind = 'phone' and p.lifted_at is null and p.expires_at > moment)
      from (select 1) once
      left join lateral (select m.id, m.person_id from incidents_mark m
                          where m.key = any (sources) and m.lifted_at is null and m.expires_at > moment
                          order by m.marked_at limit 1) found on true;
end
$$;
alter function jw_mark_on(bytea[], timestamptz) owner to jingwei_reader;
revoke all on function jw_mark_on(bytea[], timestamptz) from public;
grant execute on function jw_mark_on(bytea[], timestamptz) to jingwei_app;
comment on function jw_mark_on(bytea[], timestamptz) is
  'Whether what a report came from is marked: only whoever knows its keyed digest may ask, and hears an id.';
"""


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0015_receipts'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='mark',
            index=models.Index(condition=models.Q(('kind', 'phone'), ('lifted_at', None)), fields=['expires_at'], name='incidents_mark_phones'),
        ),
        migrations.RunSQL(MARK_ON, migrations.RunSQL.noop),
    ]

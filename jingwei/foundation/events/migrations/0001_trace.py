"""A job carries the number of the request that caused it, whichever statement put it into the queue."""

from django.db import migrations

TRACE = """
create function jw_trace_job() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('jw.trace', true), '') <> '' and not new.args ? '_trace' then
    new.args := new.args || jsonb_build_object('_trace', current_setting('jw.trace'));
  end if;
  return new;
end
$$;
create trigger jw_trace_job before insert on procrastinate_jobs
  for each row execute function jw_trace_job();
"""
BACK = """
drop trigger jw_trace_job on procrastinate_jobs;
drop function jw_trace_job();
"""


class Migration(migrations.Migration):
    dependencies = [("procrastinate", "0041_post_retry_failed_job")]
    operations = [migrations.RunSQL(TRACE, BACK)]

"""How every thing of the ledger is kept: what changed, its version, its log, and taking back what was brought in."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from jingwei.domains.ledger.contracts import Deed
from jingwei.domains.ledger.models import Entry, Placed
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.imports.contracts import Fault
from jingwei.foundation.work import work

E = TypeVar("E", bound=Entry)


def signed(entry: E, actor: Actor, deed: Deed, *, at: datetime) -> E:
    """A line of a log with what was done, by whom and when; saved by the caller."""
    entry.deed, entry.at = deed.value, at
    entry.person_id, entry.post_id, entry.unit_id = actor.person_id, actor.post_id, actor.unit_id
    entry.actor_name = actor.name
    return entry


def save_changed(row: Placed, columns: Sequence[str], *, at: datetime) -> None:
    """Write some columns; whoever still holds the version before is told."""
    row.version, row.changed_at = row.version + 1, at
    row.save(update_fields=[*columns, "version", "changed_at"])


def shown_facts(row: Placed, facts: Sequence[str]) -> dict[str, str]:
    """What is written of a thing, and where it stands, as the log tells it."""
    told = {name: str(getattr(row, name) if getattr(row, name) is not None else "") for name in facts}
    return told | {"position": f"{row.position.x:.6f},{row.position.y:.6f}", "scope_code": row.scope_code}


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, list[str]]:
    """The fields that changed, each with before and after."""
    return {name: [before[name], after[name]] for name in before if before[name] != after[name]}


def take_back(
    actor: Actor, things: type[Placed], log: type[Entry], targets: Sequence[str], *, kept_because: Fault
) -> dict[str, Fault]:
    """Take out again what an import brought in; what somebody has touched since is kept, and told with the reason."""
    name = str(things._meta.model_name)
    ids = {UUID(target.rpartition(":")[2]): target for target in targets}
    with work(actor, Permission.MANAGE_LEDGER) as job:
        rows = things.objects.visible_to(actor).select_for_update()
        untouched = set(rows.filter(pk__in=ids, version=1).values_list("pk", flat=True))
        log.objects.filter(**{f"{name}_id__in": untouched}).delete()
        things.objects.visible_to(actor).filter(pk__in=untouched).delete()
        job.record_own(f"ledger.{name}:undo", undone=len(untouched), kept=len(ids) - len(untouched))
    return {target: kept_because for pk, target in ids.items() if pk not in untouched}

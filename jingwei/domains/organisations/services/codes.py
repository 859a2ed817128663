"""One credit code is one record in use in the whole city; of one that stands elsewhere nothing is told but that."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from jingwei.domains.organisations.models import Organisation
from jingwei.domains.organisations.rules.refusals import CodeElsewhere, CodeHere
from jingwei.foundation.access.contracts import Actor, system_actor
from jingwei.foundation.scoping import eyes

REGISTRAR = system_actor("组织场所登记")
ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('organisations.code ' || code, 0)) from unnest(%s::text[]) code"


def require_free(actor: Actor, code: str, *, but: UUID | None = None) -> None:
    """Held until the transaction ends, so that two who register at once do not register one twice.

    Raises: CodeHere, CodeElsewhere.
    """
    if code:
        refusal = taken_codes(actor, [code], but=but).get(code)
        if refusal is not None:
            raise refusal


def taken_codes(
    actor: Actor, codes: Collection[str], *, but: UUID | None = None
) -> dict[str, type[CodeHere | CodeElsewhere]]:
    """Which of some codes are registered, and how their asker is told."""
    asked = sorted({one for one in codes if one})
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME, [asked])
    with eyes(REGISTRAR):
        rows = Organisation.objects.unscoped("one code is one record in the whole city")
        standing = dict(
            rows.filter(credit_code__in=asked, ended_at=None).exclude(pk=but).values_list("credit_code", "pk")
        )
    here = set(
        Organisation.objects.visible_to(actor).filter(pk__in=standing.values()).values_list("pk", flat=True)
    )
    return {code: CodeHere if pk in here else CodeElsewhere for code, pk in standing.items()}

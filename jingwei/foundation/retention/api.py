"""What is kept how long, and the proof that it goes."""

from datetime import datetime

from django.http import HttpRequest
from ninja import Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.retention.contracts import Lapse, Pace, Standing
from jingwei.foundation.retention.queries import standings
from jingwei.foundation.retention.services import KEEPER
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now

router = Router(tags=["retention"])


class RetentionOut(Schema):
    """One kind of thing. ``keep_days`` is null where the period is not one of days; see ``keep_zh``.

    ``overdue`` counts what is still there two days after its period; ``last_at`` is null for what never goes.
    """

    key: str
    label_zh: str
    label_en: str
    keep_zh: str
    keep_en: str
    keep_days: int | None
    end_zh: str
    end_en: str
    basis_zh: str
    basis_en: str
    pace: Pace | None
    last_at: datetime | None
    last_gone: int
    last_ms: int
    gone_lately: int
    runs_lately: int
    overdue: int
    faults: list[Lapse]


@edge.operation(
    router,
    "GET",
    "",
    "listRetention",
    Permission.READ_RETENTION,
    response=list[RetentionOut],
    opens_eyes=False,
)
def list_retention(request: HttpRequest) -> list[RetentionOut]:
    """Every kind of thing with its period, its ground, its job, what went in thirty days and what is left over."""
    with eyes(KEEPER):  # counts of the whole installation, of nobody in particular
        return [_shown(one) for one in standings(at=now())]


def _shown(one: Standing) -> RetentionOut:
    rule = one.rule
    return RetentionOut(
        key=rule.key,
        label_zh=rule.label_zh,
        label_en=rule.label_en,
        keep_zh=rule.keep_zh,
        keep_en=rule.keep_en,
        keep_days=rule.keep_days,
        end_zh=rule.end_zh,
        end_en=rule.end_en,
        basis_zh=rule.basis_zh,
        basis_en=rule.basis_en,
        pace=rule.pace if rule.carry_out else None,
        last_at=one.last_at,
        last_gone=one.last_gone,
        last_ms=one.last_ms,
        gone_lately=one.gone_lately,
        runs_lately=one.runs_lately,
        overdue=one.overdue,
        faults=list(one.faults),
    )

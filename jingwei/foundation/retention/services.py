"""Carrying retention out, one kind after the other, and writing down that it was."""

import logging
import time
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from jingwei.foundation.access import queries as people
from jingwei.foundation.access.contracts import Permission, Role, system_actor
from jingwei.foundation.areas.queries import city_codes
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_post
from jingwei.foundation.retention.contracts import Lapse, Pace, Rule, Standing
from jingwei.foundation.retention.models import Run
from jingwei.foundation.retention.queries import rules, standings
from jingwei.foundation.retention.rules import RUNS_KEPT
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local

KEEPER = system_actor("到期清理")
log = logging.getLogger(__name__)
FAULT_WORDS = {
    Lapse.NEVER_RAN: ("从未执行", "has never run"),
    Lapse.RAN_LATE: ("没有按时执行", "has not run in time"),
    Lapse.FAILED: ("执行失败", "failed"),
    Lapse.LEFT_OVER: ("仍有到期未清理的", "left things past their period"),
}
# One statement, so that two runs at once lose neither.
WRITE_DOWN = """
insert into retention_run (kind, day, runs, failures, gone, first_at, last_at, last_good_at, last_gone, last_ms, last_error)
values (%(kind)s, %(day)s, 1, %(failed)s, %(gone)s, %(at)s, %(at)s, %(good_at)s, %(gone)s, %(ms)s, %(error)s)
on conflict (kind, day) do update
   set runs = retention_run.runs + 1, failures = retention_run.failures + excluded.failures,
       gone = retention_run.gone + excluded.gone, last_at = excluded.last_at,
       last_good_at = coalesce(excluded.last_good_at, retention_run.last_good_at),
       last_gone = excluded.last_gone, last_ms = excluded.last_ms, last_error = excluded.last_error
"""


class RetentionFailed(RuntimeError):
    """Kinds whose job failed; the others were carried out. The job fails, so that somebody looks."""


def carry_out(pace: Pace, *, at: datetime) -> dict[str, int]:
    """Go through every kind of a pace; one that fails does not keep the others from it. Returns how many went of each.

    Raises: RetentionFailed after all of them.
    """
    gone, failed = {}, []
    for rule in rules():
        if rule.carry_out is None or rule.pace is not pace:
            continue
        try:
            gone[rule.key] = _carry_out(rule, at=at)
        except Exception:
            log.exception("retention of %s failed", rule.key)
            failed.append(rule.key)
    if failed:
        raise RetentionFailed(", ".join(failed))
    return gone


def watch(*, at: datetime) -> list[Standing]:
    """Tell the city's administrators of every kind that is late, failed or left things over. Returns those."""
    with eyes(KEEPER):
        wrong = [one for one in standings(at=at) if one.faults]
    if wrong:
        for post_id in _administrators(at=at):
            notify_post(
                KEEPER, post_id, kind="retention", words=_words(wrong), target="retention.rule:all", at=at
            )
    return wrong


def forget_runs(*, at: datetime) -> int:
    """Delete the record of runs after three years. Returns how many rows."""
    return int(Run.objects.filter(day__lt=local(at - RUNS_KEPT).date()).delete()[0])


def overdue_runs(*, at: datetime) -> int:
    return Run.objects.filter(day__lt=local(at - RUNS_KEPT).date()).count()


def _carry_out(rule: Rule, *, at: datetime) -> int:
    assert rule.carry_out is not None
    started = time.perf_counter()
    try:
        gone = rule.carry_out(at=at)
    except Exception as error:
        _write_down(rule, at=at, gone=0, started=started, error=type(error).__name__)
        raise
    _write_down(rule, at=at, gone=gone, started=started, error="")
    return gone


def _write_down(rule: Rule, *, at: datetime, gone: int, started: float, error: str) -> None:
    with work(KEEPER, Permission.SWEEP_CLOCKS) as job:
        with connection.cursor() as cursor:
            cursor.execute(
                WRITE_DOWN,
                {
                    "kind": rule.key,
                    "day": local(at).date(),
                    "failed": 1 if error else 0,
                    "gone": gone,
                    "at": at,
                    "good_at": None if error else at,
                    "ms": round((time.perf_counter() - started) * 1000),
                    "error": error[:120],
                },
            )
        # Going through a kind that had nothing due is proved by its row; the audit tells of what went.
        if gone or error:
            job.record_own(f"retention.run:{rule.key}", gone=gone, error=error)
        else:
            job.recorded_elsewhere()


def _administrators(*, at: datetime) -> list[UUID]:
    today = local(at).date()
    return [
        post_id
        for city in city_codes()
        for post_id in people.posts_of_role(Role.ADMINISTRATOR, city)
        if people.holder_of(post_id, on=today) is not None
    ]


def _words(wrong: Sequence[Standing]) -> Words:
    zh = "；".join(f"{one.rule.label_zh}{FAULT_WORDS[fault][0]}" for one in wrong for fault in one.faults)
    en = "; ".join(f"{one.rule.label_en} {FAULT_WORDS[fault][1]}" for one in wrong for fault in one.faults)
    return Words(
        title_zh="到期清理需要检查",
        title_en="Retention needs a look",
        body_zh=f"{zh}。请在“保存期限”中查看，并检查任务服务是否在运行。",
        body_en=f"{en}. See “Retention”, and check that the worker runs.",
    )

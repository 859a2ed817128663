"""Each kind goes at the end of its period, nothing younger goes, and what is left is counted.

For each kind one is planted, and another some hours later; the clock is then set between the ends of their periods.
"""

import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from jingwei.config.retention import RULES
from jingwei.domains.incidents.models import Attachment
from jingwei.domains.incidents.rules.keeping import AlreadyPreserved, NotPreserved, PreservationTooLong
from jingwei.domains.incidents.services import keeping
from jingwei.domains.incidents.tests.walking import audited, stored
from jingwei.foundation.files.queries import facts_of, file_seen_by
from jingwei.foundation.files.rules.refusals import PastRetention
from jingwei.foundation.files.services.removing import remove_content
from jingwei.foundation.files.services.storage import content_path
from jingwei.foundation.retention.contracts import Lapse, Pace, Rule
from jingwei.foundation.retention.models import Run
from jingwei.foundation.retention.queries import plug_rules, standings
from jingwei.foundation.retention.rules import BadRules
from jingwei.foundation.retention.services import RetentionFailed, carry_out, watch
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import NotFound
from tests.cast import CAST, MONDAY_10, OTHER_COUNTY, in_post
from tests.retention.planting import PLANTED, closed, stored_file
from tools.assurance import keep

pytestmark = pytest.mark.django_db
GOING = {rule.key: rule for rule in RULES if rule.carry_out is not None}
FIGURES: dict[str, Any] = {"kinds": len(RULES), "jobs": len(GOING), "old_gone": 0, "young_kept": 0}
STARTED = time.monotonic()


@pytest.fixture(autouse=True)
def _folders(settings: Any, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path
    settings.LOG_FOLDER = tmp_path / "log"


def overdue(rule: Rule, at: datetime) -> int:
    assert rule.overdue is not None
    with eyes(CAST.machine):
        return rule.overdue(at=at)


def test_every_kind_that_goes_is_planted_here() -> None:
    assert set(PLANTED) == set(GOING)


@pytest.mark.parametrize("kind", PLANTED)
def test_what_is_past_its_period_goes_and_nothing_younger(kind: str) -> None:
    rule, (period, plant) = GOING[kind], PLANTED[kind]
    assert rule.carry_out is not None
    step = timedelta(days=1) if kind in {"logs", "runs", "member_phones"} else timedelta(hours=8)
    with connection.cursor() as cursor:
        cursor.execute("delete from limits_spent")
    plant(MONDAY_10)
    plant(MONDAY_10 + step)
    at = MONDAY_10 + step / 2 + period
    due = overdue(rule, at)
    assert due >= 1
    assert rule.carry_out(at=at) == due
    assert overdue(rule, at) == 0
    assert rule.carry_out(at=at) == 0
    assert overdue(rule, at + step) == due, "the younger stand still, and would be noticed"
    FIGURES["old_gone"] += due
    FIGURES["young_kept"] += due


def test_a_reporters_name_and_number_go_whole_and_the_matter_stays() -> None:
    walk = closed(MONDAY_10)
    assert stored(walk.case).reporter_phone_sealed is not None
    later = MONDAY_10 + timedelta(days=731)
    keeping.forget_reporters(at=later)
    row = stored(walk.case)
    assert (row.reporter_phone_sealed, row.reporter_phone_index, row.reporter_phone_tail) == (
        None,
        None,
        None,
    )
    assert row.words == "楼下垃圾堆了三天没人清"
    assert len(walk.steps) > 5


def test_nothing_of_a_matter_goes_while_its_records_are_preserved() -> None:
    walk = closed(MONDAY_10)
    file = stored_file("photo", MONDAY_10, claimed=True)
    with eyes(CAST.machine):
        Attachment(incident_id=walk.case, file_id=file.id, kind="report", version=1, added_at=MONDAY_10).save(
            force_insert=True
        )
    late = MONDAY_10 + timedelta(days=4 * 365)
    keeping.preserve_records(
        CAST.gao, walk.case, reason="行政诉讼", until=late + timedelta(days=30), at=late - timedelta(days=1)
    )
    assert (keeping.forget_reporters(at=late), keeping.remove_pictures(at=late)) == (0, 0)
    assert {(overdue(GOING[kind], late)) for kind in ("reporters", "pictures")} == {0}
    with pytest.raises(AlreadyPreserved):
        keeping.preserve_records(CAST.gao, walk.case, reason="再次", until=late + timedelta(days=9), at=late)
    keeping.end_preservation(CAST.gao, walk.case, reason="诉讼已终结", at=late)
    with pytest.raises(NotPreserved):
        keeping.end_preservation(CAST.gao, walk.case, reason="诉讼已终结", at=late)
    assert (keeping.forget_reporters(at=late), keeping.remove_pictures(at=late)) == (1, 3)
    assert [change["act"] for _, _, change in audited(walk.case)[-2:]] == ["preserve", "end_preservation"]
    FIGURES["preserved_kept"] = 2


def test_preservation_ends_by_itself_and_is_not_for_ever() -> None:
    walk = closed(MONDAY_10)
    with pytest.raises(PreservationTooLong):
        keeping.preserve_records(
            CAST.gao, walk.case, reason="x", until=MONDAY_10 + timedelta(days=1200), at=MONDAY_10
        )
    until = MONDAY_10 + timedelta(days=1000)
    keeping.preserve_records(
        CAST.gao, walk.case, reason="调查", until=until, at=MONDAY_10 + timedelta(days=1)
    )
    assert keeping.forget_reporters(at=until - timedelta(hours=1)) == 0
    assert keeping.forget_reporters(at=until + timedelta(hours=1)) == 1
    stranger = in_post(CAST.gao, scope=OTHER_COUNTY, area_code=OTHER_COUNTY)
    with pytest.raises(NotFound):
        keeping.preserve_records(stranger, walk.case, reason="外区", until=until, at=MONDAY_10)


def test_content_that_went_is_said_to_be_gone_and_stands_in_no_list() -> None:
    file = stored_file("photo", MONDAY_10, claimed=True)
    assert remove_content(CAST.machine, [file.id], at=MONDAY_10) == 1
    assert not content_path(file.id, file.sha256).exists()
    with pytest.raises(PastRetention):
        file_seen_by(CAST.machine, file.id)
    assert facts_of(CAST.machine, [file.id]) == []


# --- the proof that it ran -----------------------------------------------------------------------------------


def rule_named(key: str, **more: Any) -> Rule:
    return Rule(key, key, key, "一天", "a day", "删除", "deleted", "法", "law", **more)


@pytest.fixture
def told() -> Any:
    yield plug_rules
    plug_rules(RULES)


def test_each_run_is_written_down_by_kind_and_day_also_one_that_failed(told: Any) -> None:
    def fail(*, at: datetime) -> int:
        raise OSError("the disk is full of 李梅")

    none = {"overdue": lambda *, at: 0}
    told([rule_named("good", carry_out=lambda *, at: 3, **none), rule_named("bad", carry_out=fail, **none)])
    for hour in (0, 1):
        with pytest.raises(RetentionFailed, match="bad"):
            carry_out(Pace.DAILY, at=MONDAY_10 + timedelta(hours=hour))
    runs = {run.kind: run for run in Run.objects.all()}
    assert (runs["good"].runs, runs["good"].gone, runs["good"].failures, runs["good"].last_gone) == (
        2,
        6,
        0,
        3,
    )
    assert (runs["bad"].runs, runs["bad"].failures, runs["bad"].last_error) == (2, 2, "OSError")
    assert runs["good"].last_at == MONDAY_10 + timedelta(hours=1)
    assert runs["bad"].last_good_at is None


def test_the_watch_tells_administrators_of_what_is_late_failed_or_left_over(told: Any) -> None:
    left = {"n": 0}
    told(
        [
            rule_named("slow", carry_out=lambda *, at: 0, overdue=lambda *, at: left["n"]),
            rule_named("kept"),
        ]
    )
    carry_out(Pace.DAILY, at=MONDAY_10)
    assert watch(at=MONDAY_10 + timedelta(hours=20)) == []
    late = watch(at=MONDAY_10 + timedelta(hours=31))
    assert [(one.rule.key, one.faults) for one in late] == [("slow", (Lapse.RAN_LATE,))]
    left["n"] = 5
    carry_out(Pace.DAILY, at=MONDAY_10 + timedelta(hours=32))
    found = watch(at=MONDAY_10 + timedelta(hours=33))
    assert [(one.faults, one.overdue) for one in found] == [((Lapse.LEFT_OVER,), 5)]
    with eyes(CAST.ding), connection.cursor() as cursor:
        cursor.execute("select title_zh, body_zh from notices_notice where kind = 'retention'")
        told_of = cursor.fetchall()
    assert told_of
    assert "slow仍有到期未清理的" in told_of[0][1]


def test_a_table_that_breaks_the_law_or_itself_is_refused(told: Any) -> None:
    with pytest.raises(BadRules, match="six months"):
        told([rule_named("logs", keep_days=90, is_log=True)])
    with pytest.raises(BadRules, match="twice"):
        told([rule_named("a"), rule_named("a")])
    with pytest.raises(BadRules, match="notice"):
        told([rule_named("a", carry_out=lambda *, at: 0)])


def test_the_table_is_complete_in_both_languages() -> None:
    for rule in RULES:
        assert all((rule.label_zh, rule.keep_zh, rule.end_zh, rule.basis_zh)), rule.key
        assert all((rule.label_en, rule.keep_en, rule.end_en, rule.basis_en)), rule.key
    with eyes(CAST.machine):
        assert [one.rule.key for one in standings(at=MONDAY_10)] == [rule.key for rule in RULES]


def test_every_log_is_kept_for_half_a_year_and_the_figures_are_kept() -> None:
    assert {rule.key for rule in RULES if rule.is_log} >= {"logs", "looks", "audit"}
    keep("retention", FIGURES, seed=0, seconds=time.monotonic() - STARTED, command="./jw assurance retention")

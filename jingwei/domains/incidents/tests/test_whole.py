"""Every step writes exactly one step, one audit entry and its jobs — or nothing at all."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import connection

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Action, IncidentMoved, IncidentReported, State
from jingwei.domains.incidents.rules.lifecycle import MOVES
from jingwei.domains.incidents.services import Correction, course
from jingwei.domains.incidents.services.assisting import ask_assist, excuse_assist, report_assist, take_assist
from jingwei.domains.incidents.services.correcting import reroute_incident
from jingwei.domains.incidents.services.objecting import object_dispatch, refuse_objection, uphold_objection
from jingwei.domains.incidents.services.splitting import split_incident
from jingwei.domains.incidents.tests.walking import Walk, audited, photo, reported, rows, spot, tipped
from jingwei.foundation.events import services as events
from jingwei.foundation.work import Work
from tests.cast import CAST, FAR_GRID, WATER

pytestmark = pytest.mark.django_db

HEARERS = ("tests.first_hearer", "tests.second_hearer")
TABLES = ["incident", "step", "participant", "assignment", "extension", "suspension", "question"]
TABLES += ["rating", "attachment", "objection", "tie"]


@pytest.fixture(autouse=True)
def _two_hear_everything() -> Iterator[None]:
    before = events.wiring()
    events.wire({IncidentReported: HEARERS, IncidentMoved: HEARERS})
    yield
    events.wire(before)


def jobs(walk: Walk) -> list[tuple[str, object]]:
    """Task and version of every job about an incident; intake's have no version."""
    found = rows(
        "select task_name, args->>'version' from procrastinate_jobs where args->>'incident_id' = %s order by id",
        str(walk.case),
    )
    return [(task, int(version) if version else 1) for task, version in found]


def extension_asked(walk: Walk) -> Walk:
    services.ask_extension(CAST.qian, walk.case, remark="等配件", limit="1d", at=walk.later())
    return walk


def question_asked(walk: Walk) -> Walk:
    services.ask_reporter(CAST.qian, walk.case, remark="具体在几号楼？", at=walk.later())
    return walk


def in_hand() -> Walk:
    return reported().accepted().dispatched().taken()


def correct(walk: Walk) -> None:
    services.correct_incident(
        CAST.wu, walk.case, Correction(position=spot(FAR_GRID)), remark="位置有误", at=walk.later()
    )


def hand_over(walk: Walk) -> services.HandedOver:
    assert CAST.qian.post_id
    assert CAST.xu.post_id
    return services.hand_over_work(
        CAST.xu,
        CAST.qian.post_id,
        to_post_id=CAST.xu.post_id,
        incident_ids=[walk.case],
        remark="本周休假",
        at=walk.later(),
    )


def assisted() -> Walk:
    walk = in_hand()
    ask_assist(CAST.wu, walk.case, unit_id=WATER, limit="1d", remark="请配合关阀", at=walk.later())
    return walk


def disputed() -> Walk:
    walk = in_hand()
    object_dispatch(CAST.qian, walk.case, unit_id=WATER, remark="归供水", at=walk.later())
    return walk


def suspended() -> Walk:
    return in_hand().suspended()


Verb = tuple[Callable[[], Walk], Callable[[Walk], object]]
VERBS: dict[Action, Verb] = {
    Action.EDIT: (
        reported,
        lambda w: services.edit_report(CAST.li, w.case, words="在东门", address=None, at=w.later()),
    ),
    Action.ACCEPT: (reported, Walk.accepted),
    Action.CORRECT: (reported, correct),
    Action.ESCALATE: (reported, Walk.escalated),
    Action.TAKE_UP: (
        reported,
        lambda w: services.take_up_incident(CAST.sun, w.case, remark="影响大", at=w.later()),
    ),
    Action.VOID: (reported, lambda w: services.void_incident(CAST.wu, w.case, remark="重复", at=w.later())),
    Action.DISPATCH: (lambda: reported().accepted(), Walk.dispatched),
    Action.RECALL: (
        in_hand,
        lambda w: services.recall_incident(CAST.wu, w.case, remark="改派", at=w.later()),
    ),
    Action.TAKE: (lambda: reported().accepted().dispatched(), Walk.taken),
    Action.RETURN: (
        lambda: extension_asked(in_hand()),
        lambda w: services.return_task(CAST.qian, w.case, remark="非职责", at=w.later()),
    ),
    Action.ASSIGN: (
        in_hand,
        lambda w: services.assign_task(CAST.xu, w.case, post_id=CAST.xu.post_id, at=w.later()),
    ),
    Action.HANDLE: (lambda: extension_asked(in_hand()), Walk.handled),
    Action.ASK_EXTENSION: (in_hand, extension_asked),
    Action.GRANT_EXTENSION: (
        lambda: extension_asked(in_hand()),
        lambda w: services.grant_extension(CAST.wu, w.case, at=w.later()),
    ),
    Action.REFUSE_EXTENSION: (
        lambda: extension_asked(in_hand()),
        lambda w: services.refuse_extension(CAST.wu, w.case, remark="不同意", at=w.later()),
    ),
    Action.SUSPEND: (in_hand, Walk.suspended),
    Action.RESUME: (suspended, lambda w: services.resume_incident(CAST.wu, w.case, at=w.later())),
    Action.PASS_CHECK: (lambda: in_hand().handled(), Walk.passed),
    Action.FAIL_CHECK: (
        lambda: in_hand().handled(),
        lambda w: services.fail_check(CAST.lin, w.case, remark="有残留", at=w.later()),
    ),
    Action.CLOSE: (lambda: in_hand().handled().passed(), Walk.closed),
    Action.RATE: (lambda: in_hand().handled().passed().closed(), Walk.rated),
    Action.REOPEN: (
        lambda: in_hand().handled().passed().closed(),
        lambda w: services.reopen_incident(CAST.li, w.case, remark="又堆满", at=w.later()),
    ),
    Action.NOTE: (
        reported,
        lambda w: services.note_incident(CAST.wu, w.case, remark="已联系", at=w.later()),
    ),
    Action.HAND_OVER: (in_hand, hand_over),
    Action.ASK_REPORTER: (in_hand, question_asked),
    Action.ANSWER: (
        lambda: question_asked(in_hand()),
        lambda w: services.answer_question(CAST.li, w.case, words="东门三号楼", at=w.later()),
    ),
    Action.OBJECT: (
        in_hand,
        lambda w: object_dispatch(CAST.qian, w.case, unit_id=WATER, remark="归供水", at=w.later()),
    ),
    Action.UPHOLD: (
        disputed,
        lambda w: uphold_objection(CAST.zhao, w.case, unit_id=WATER, remark="归供水", at=w.later()),
    ),
    Action.REFUSE_OBJECTION: (
        disputed,
        lambda w: refuse_objection(CAST.zhao, w.case, remark="归城管", at=w.later()),
    ),
    Action.REROUTE: (
        in_hand,
        lambda w: reroute_incident(CAST.wu, w.case, unit_id=WATER, remark="派错了", at=w.later()),
    ),
    Action.SPLIT: (
        in_hand,
        lambda w: split_incident(CAST.wu, w.case, unit_id=WATER, words="先修水管", at=w.later()),
    ),
    Action.ASK_ASSIST: (
        in_hand,
        lambda w: ask_assist(CAST.wu, w.case, unit_id=WATER, limit="1d", remark="请配合关阀", at=w.later()),
    ),
    Action.TAKE_ASSIST: (assisted, lambda w: take_assist(CAST.feng, w.case, at=w.later())),
    Action.REPORT_ASSIST: (
        assisted,
        lambda w: report_assist(CAST.feng, w.case, remark="已关阀", at=w.later()),
    ),
    Action.EXCUSE_ASSIST: (
        assisted,
        lambda w: excuse_assist(CAST.wu, w.case, unit_id=WATER, remark="不再需要", at=w.later()),
    ),
    Action.URGE: (in_hand, lambda w: services.urge_incident(CAST.wu, w.case, at=w.later())),
    Action.INSTRUCT: (
        in_hand,
        lambda w: services.instruct_incident(CAST.luo, w.case, remark="今天办结", at=w.later()),
    ),
}


def test_every_verb_of_the_table_is_tried_here() -> None:
    assert set(VERBS) == {move.action for move in MOVES}


@pytest.mark.parametrize("action", VERBS)
def test_a_step_writes_one_step_one_audit_entry_and_its_jobs(action: Action) -> None:
    start, go = VERBS[action]
    walk = start()
    before, told, entries = walk.row.version, jobs(walk), len(audited(walk.case))
    go(walk)
    row, steps = walk.row, walk.steps
    assert row.version == before + 1 == len(steps)
    assert [step.version for step in steps] == list(range(1, row.version + 1))
    last = steps[-1]
    assert (last.action, last.to_state, last.at) == (action, row.state, walk.at)
    assert last.from_state == steps[-2].to_state
    assert jobs(walk)[len(told) :] == [(hearer, row.version) for hearer in HEARERS]
    new = audited(walk.case)[entries:]
    assert [(change["action"], change["version"], change["state"]) for _, _, change in new] == [
        (action.value, row.version, row.state)
    ]


@pytest.mark.parametrize("take_in", [reported, tipped])
def test_intake_writes_one_step_one_audit_entry_one_receiver_and_its_jobs(
    take_in: Callable[..., Walk],
) -> None:
    walk = take_in(file_ids=(photo(CAST.li), photo(CAST.li)))
    (step,) = walk.steps
    assert (step.action, step.from_state, step.to_state) == (Action.REPORT, None, State.REPORTED)
    assert len(audited(walk.case)) == 1
    assert jobs(walk) == [(hearer, 1) for hearer in HEARERS]
    parts = "select part, unit_id from incidents_participant where incident_id = %s"
    assert rows(parts, walk.case) == [("receiver", walk.row.centre_id)]
    assert rows("select count(*) from incidents_attachment where incident_id = %s", walk.case) == [(2,)]


class Thunder(Exception):
    """Something nobody foresaw."""


def snapshot(case: object) -> dict[str, object]:
    """Everything stored about an incident, files included."""
    kept: dict[str, object] = {}
    for table in TABLES:
        key = "id" if table == "incident" else "incident_id"
        kept[table] = rows(
            f"select t::text from incidents_{table} t where {key} = %s order by 1",
            case,
        )
    kept["files"] = rows("select id, claimed_for from files_file order by id")
    kept["audit"] = rows("select count(*) from audit_entry where target = %s", f"incidents.incident:{case}")
    kept["jobs"] = rows("select count(*) from procrastinate_jobs where args->>'incident_id' = %s", str(case))
    return kept


@pytest.mark.parametrize("action", VERBS)
@pytest.mark.parametrize("moment", ["before it is recorded", "after the jobs"])
def test_a_step_that_breaks_leaves_nothing(
    action: Action, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, go = VERBS[action]
    walk = start()
    before = snapshot(walk.case)

    def strike(*_: object, **__: object) -> None:
        raise Thunder

    if moment == "before it is recorded":
        monkeypatch.setattr(Work, "record", strike)
    else:
        publish = Work.publish

        def publish_and_strike(job: Work, event: IncidentMoved) -> None:
            publish(job, event)
            raise Thunder

        monkeypatch.setattr(Work, "publish", publish_and_strike)
    with pytest.raises(Thunder):
        go(walk)
    monkeypatch.undo()
    after = snapshot(walk.case)
    after["files"] = [one for one in after["files"] if one in before["files"]]  # type: ignore[attr-defined,operator]
    assert after == before
    assert go(walk) is not None or action is Action.CORRECT


def test_a_report_that_breaks_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    file_id = photo(CAST.li)

    def strike(*_: object) -> None:
        raise Thunder

    monkeypatch.setattr(Work, "recorded_elsewhere", strike)
    with pytest.raises(Thunder):
        reported(file_ids=(file_id,))
    for table in TABLES:
        assert rows(f"select count(*) from incidents_{table}") == [(0,)]
    assert rows("select claimed_for from files_file where id = %s", file_id) == [(None,)]
    assert rows("select count(*) from procrastinate_jobs") == [(0,)]


def test_a_service_that_breaks_in_its_own_part_leaves_nothing() -> None:
    walk = reported()
    before = snapshot(walk.case)
    with pytest.raises(Thunder), course.step(CAST.wu, walk.case, Action.NOTE, at=walk.at, remark="备注") as t:
        t.incident.words = "改坏了"
        t.incident.save(force_update=True)
        t.give_part("actor", unit_id=CAST.he.unit_id)
        raise Thunder
    assert snapshot(walk.case) == before


def test_the_job_tells_who_moved_what_and_when() -> None:
    walk = reported().accepted().dispatched()
    (told,) = rows(
        "select args::text from procrastinate_jobs where task_name = %s and args->>'incident_id' = %s"
        " order by id desc limit 1",
        HEARERS[0],
        str(walk.case),
    )
    for part in ("dispatch", str(walk.row.handler_unit_id), walk.at.isoformat(), str(int(State.DISPATCHED))):
        assert part in told[0]


def test_the_application_can_neither_change_nor_remove_what_happened() -> None:
    walk = reported().accepted()
    from django.db.utils import ProgrammingError

    for statement in (
        "update incidents_step set remark = 'x' where incident_id = %s",
        "delete from incidents_step where incident_id = %s",
        "delete from incidents_incident where id = %s",
        "update incidents_participant set part = 'x' where incident_id = %s",
        "delete from incidents_participant where incident_id = %s",
    ):
        with pytest.raises(ProgrammingError, match="permission denied"):
            rows(statement, walk.case)
    assert len(walk.steps) == 2
    assert timedelta(minutes=10) == walk.steps[1].at - walk.steps[0].at
    assert connection.in_atomic_block

"""A batch can be taken back: what nobody has touched is voided, the rest stays, and the file may come again."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Incident, Step
from jingwei.domains.incidents.queries import Bucket
from jingwei.domains.incidents.services import transplant
from jingwei.domains.incidents.services.taking_back import BatchUnknown, TakenBack, take_back_batch
from jingwei.domains.incidents.services.transplant import BRINGER
from jingwei.domains.incidents.tests.bringing import (
    bring,
    matter,
    matters,
    message,
    messages,
    rows_of,
    stored,
)
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, COMMUNITY, COUNTY, MONDAY_10

pytestmark = pytest.mark.django_db
CHUNK = 20
"""A batch of more than one chunk need not be large."""


def take_back(batch_id: UUID) -> TakenBack:
    return take_back_batch(batch_id, at=MONDAY_10, say=lambda sum_up: None)


def incident(pk: UUID) -> Incident:
    with eyes(BRINGER):
        return Incident.objects.visible_to(BRINGER).get(pk=pk)


def test_untouched_reports_are_voided_with_a_step_and_may_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transplant, "CHUNK", CHUNK)
    path = messages(tmp_path, *(message(n) for n in range(CHUNK + 3)))
    tally = bring(path)
    first = stored()["0"].pk
    assert take_back(tally.batch_id) == TakenBack(taken=CHUNK + 3, before=0, kept=0)
    voided = incident(first)
    assert (voided.state, voided.version, voided.due_at, voided.external_id) == (State.VOIDED, 2, None, "")
    with eyes(BRINGER):
        step = Step.objects.get(incident_id=first, version=2)
    assert (step.action, step.from_state, step.to_state) == (Action.VOID, State.REPORTED, State.VOIDED)
    assert (step.remark, step.facts["external_id"]) == ("撤回导入批次", "0")
    with eyes(CAST.wu):
        assert queries.inbox_counts(CAST.wu, at=MONDAY_10)[Bucket.TO_ACCEPT] == 0
    again = bring(path)
    assert (again.imported, again.present) == (CHUNK + 3, 0)


def test_what_somebody_worked_on_stays(tmp_path: Path) -> None:
    tally = bring(messages(tmp_path, message(1), message(2), message(3)))
    here = stored()
    services.accept_incident(CAST.wu, here["1"].pk, item_code="010101", at=MONDAY_10)
    services.note_incident(CAST.wu, here["2"].pk, remark="已电话了解", at=MONDAY_10)
    assert take_back(tally.batch_id) == TakenBack(taken=1, before=0, kept=2)
    assert [incident(here[key].pk).state for key in "123"] == [State.ACCEPTED, State.REPORTED, State.VOIDED]
    assert take_back(tally.batch_id) == TakenBack(taken=0, before=1, kept=2)


def test_history_can_be_taken_back_too(tmp_path: Path) -> None:
    tally = bring(matters(tmp_path, matter(1), matter(2, closed_at="", status="Open")), COUNTY)
    closed_at = stored()["1"].closed_at
    pks = [case.pk for case in stored().values()]
    assert take_back(tally.batch_id).taken == 2
    assert [incident(pk).state for pk in pks] == [State.VOIDED] * 2
    assert closed_at in {incident(pk).closed_at for pk in pks}
    assert rows_of(
        "select count(*) from incidents_incident i where version <>"
        " (select max(s.version) from incidents_step s where s.incident_id = i.id)"
    ) == [(0,)]


def test_another_batch_is_left_alone(tmp_path: Path) -> None:
    one = bring(messages(tmp_path, message(1), name="one.csv"))
    other = bring(messages(tmp_path, message(1), message(2), name="two.csv"))
    assert take_back(other.batch_id).taken == 1
    assert set(stored()) == {"1"}
    assert take_back(one.batch_id).taken == 1
    entries = rows_of(
        "select permission, change from audit_entry where target = %s order by id",
        f"incidents.batch:{one.batch_id}",
    )
    assert entries[-1] == ("void_incident", {"taken_back": 1, "kept": 0})


def test_an_unknown_batch_and_a_stranger_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BatchUnknown):
        take_back(uuid4())
    tally = bring(messages(tmp_path, message(1)), COMMUNITY)
    with pytest.raises((Forbidden, BatchUnknown)):
        take_back_batch(tally.batch_id, at=MONDAY_10, say=lambda sum_up: None, actor=CAST.lin)
    assert stored()["1"].state == State.REPORTED


def test_the_command_takes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tally = bring(messages(tmp_path, message(1), message(2)))
    call_command("import_messages", undo=tally.batch_id)
    assert "撤回 2 件" in capsys.readouterr().out
    with pytest.raises(CommandError, match="没有导入批次"):
        call_command("import_messages", undo=uuid4())
    with pytest.raises(CommandError, match="请给出要导入的文件"):
        call_command("import_messages")

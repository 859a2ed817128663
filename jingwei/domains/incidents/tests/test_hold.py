"""Marked sources: reports keep their receipt and wait for a second person; danger passes, nothing vanishes."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Action, Channel, Identity, State
from jingwei.domains.incidents.models import Hold, Mark, Source
from jingwei.domains.incidents.queries import Filter
from jingwei.domains.incidents.queries.beside import held_reports, hold_of, marks_for
from jingwei.domains.incidents.rules.holding import (
    HeldForReview,
    MarkEnded,
    MarkReasonMissing,
    MarkTooLong,
    NoSource,
    NotHeld,
    SecondPersonNeeded,
    SourceKind,
)
from jingwei.domains.incidents.services import Receipt, holding
from jingwei.domains.incidents.services.guarding import Sender
from jingwei.domains.incidents.services.telling import tell_of
from jingwei.domains.incidents.tests.walking import audited, can_see, new_report
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import NotFound
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
PRANKSTER = Sender(device="a" * 32, address="39.144.1.7")
DAY = timedelta(days=1)
SECOND = replace(CAST.wu, person_id=CAST.zhao.person_id, name="第二个人")
"""A colleague of Wu's at the same desk."""


def sent(
    actor: Actor = CAST.public, sender: Sender = PRANKSTER, *, at: Any = MONDAY_10, **changes: Any
) -> Receipt:
    values = {"identity": Identity.ANONYMOUS, "reporter_phone": ""} | changes
    return services.report_incident(actor, new_report(**values), at=at, sender=sender)


def marked(kind: SourceKind = SourceKind.DEVICE, *, by: Actor = CAST.wu, **changes: Any) -> Mark:
    first = sent(**({"identity": Identity.NAMED, "reporter_phone": "13873712345"} | changes))
    (mark,) = holding.mark_source(
        by, first.incident_id, kinds=[kind], lasts=DAY, reason="一小时内谎报了十次", at=MONDAY_10
    )
    return mark


def listed(actor: Actor) -> list[Any]:
    with eyes(actor):
        return [
            row.pk for row in queries.list_incidents(actor, Filter(), at=MONDAY_10, cursor=None, size=50).rows
        ]


def waiting(actor: Actor) -> list[Any]:
    with eyes(actor):
        return [one.incident.pk for one in held_reports(actor)]


def test_the_next_report_gets_its_receipt_and_waits() -> None:
    marked()
    receipt = sent()
    assert receipt.state is State.REPORTED
    assert receipt.incident_id not in listed(CAST.wu)
    assert receipt.incident_id not in listed(CAST.sun)
    assert waiting(CAST.wu) == [receipt.incident_id]
    assert waiting(CAST.zhao) == [receipt.incident_id], "the centre above can look as well"
    assert not can_see(CAST.lin, receipt.incident_id)
    reporter, _ = services.proved_reporter(CAST.public, receipt.tracking_code)
    with eyes(reporter):
        seen = queries.incident_for(reporter, receipt.incident_id)
        assert seen.state == State.REPORTED
        assert hold_of(reporter, seen) is None
        assert not Hold.objects.exists(), "nothing tells its reporter"


def test_a_second_person_releases_it_to_the_desk() -> None:
    marked()
    held = sent().incident_id
    with pytest.raises(SecondPersonNeeded):
        holding.release_held(CAST.wu, held, at=MONDAY_10)
    with pytest.raises(HeldForReview):
        services.accept_incident(SECOND, held, item_code="010101", at=MONDAY_10)
    row = holding.release_held(SECOND, held, at=MONDAY_10 + DAY / 2)
    assert row.sight_floor == 15
    assert row.due_at > MONDAY_10 + DAY / 2
    assert held in listed(CAST.wu)
    assert waiting(CAST.wu) == []
    with pytest.raises(NotHeld):
        holding.release_held(SECOND, held, at=MONDAY_10)
    assert [change["act"] for _, _, change in audited(held) if "act" in change] == ["hold", "review_held"]
    services.accept_incident(CAST.wu, held, item_code="010101", at=MONDAY_10 + DAY)


def test_a_second_person_dismisses_it_and_the_reporter_reads_why() -> None:
    marked()
    receipt = sent()
    with pytest.raises(SecondPersonNeeded):
        holding.dismiss_held(CAST.wu, receipt.incident_id, remark="查无此事", at=MONDAY_10)
    row = holding.dismiss_held(SECOND, receipt.incident_id, remark="三次到场均查无此事", at=MONDAY_10)
    assert row.state == State.VOIDED
    reporter, _ = services.proved_reporter(CAST.public, receipt.tracking_code)
    with eyes(reporter):
        steps = queries.course_of(reporter, queries.incident_for(reporter, receipt.incident_id)).steps
    assert steps[-1].remark == "三次到场均查无此事"


def test_danger_goes_to_the_desk_at_once_and_says_where_it_came_from() -> None:
    mark = marked()
    held = sent(words="三楼着火了，浓烟很大").incident_id
    assert held in listed(CAST.wu)
    with eyes(CAST.wu):
        row = hold_of(CAST.wu, queries.incident_for(CAST.wu, held))
        assert row is not None
        assert (row.outcome, row.mark_id) == ("passed", mark.pk)
    assert waiting(CAST.wu) == []


def test_what_nobody_looks_at_goes_to_the_desk_by_itself() -> None:
    marked()
    held = sent().incident_id
    assert holding.release_forgotten(at=MONDAY_10 + DAY - timedelta(seconds=1)) == 0
    assert holding.release_forgotten(at=MONDAY_10 + DAY) == 1
    assert held in listed(CAST.wu)
    assert holding.release_forgotten(at=MONDAY_10 + DAY) == 0


def test_reviewers_are_told_once_and_the_desk_is_not_told_of_work() -> None:
    marked()
    for _ in range(3):
        tell_of(sent().incident_id, Action.REPORT, unit_id=None, at=MONDAY_10)
    with eyes(holding.GUARD):
        told = list(Notice.objects.filter(post_id=CAST.wu.post_id).values_list("title_zh", flat=True))
    assert told == ["有来源被标记的上报待复核"]


@pytest.mark.parametrize(
    ("kind", "sender", "changes", "is_held"),
    [
        (SourceKind.DEVICE, Sender(device="b" * 32, address="39.144.1.7"), {}, False),
        (SourceKind.DEVICE, Sender(device="a" * 32, address="1.2.3.4"), {}, True),
        (SourceKind.ADDRESS, Sender(device="b" * 32, address="39.144.1.7"), {}, True),
        (SourceKind.ADDRESS, Sender(device="a" * 32, address="39.144.1.8"), {}, False),
        (SourceKind.PHONE, Sender(), {"identity": Identity.NAMED, "reporter_phone": "138 7371 2345"}, True),
        (SourceKind.PHONE, PRANKSTER, {"identity": Identity.NAMED, "reporter_phone": "13873712346"}, False),
        (SourceKind.PHONE, PRANKSTER, {}, False),
    ],
)
def test_a_mark_holds_what_comes_from_its_source_and_nothing_else(
    kind: SourceKind, sender: Sender, changes: dict[str, Any], is_held: bool
) -> None:
    marked(kind)
    held = sent(sender=sender, **changes).incident_id
    assert (held in waiting(CAST.wu)) is is_held
    assert (held in listed(CAST.wu)) is not is_held


def test_an_address_never_holds_somebody_with_an_account_and_no_mark_holds_staff() -> None:
    marked(SourceKind.ADDRESS)
    for one in (CAST.li, CAST.lin):
        held = sent(one, identity=Identity.NAMED, reporter_phone="13873710000").incident_id
        assert held in listed(CAST.wu)


def test_a_mark_is_lifted_with_a_reason() -> None:
    mark = marked()
    with pytest.raises(MarkReasonMissing):
        holding.lift_mark(CAST.wu, mark.pk, reason="误标", at=MONDAY_10)
    with pytest.raises(NotFound):
        holding.lift_mark(CAST.zhou, mark.pk, reason="不在我的辖区", at=MONDAY_10)
    holding.lift_mark(CAST.sun, mark.pk, reason="核实后确认是误标", at=MONDAY_10)
    assert sent().incident_id in listed(CAST.wu)
    with eyes(CAST.wu):
        (row,) = marks_for(CAST.wu, at=MONDAY_10)
    assert (row.lifted_by, row.held_count) == (CAST.sun.name, 0)
    with pytest.raises(MarkEnded):
        holding.lift_mark(CAST.wu, mark.pk, reason="已经解除过一次", at=MONDAY_10)


def test_a_mark_ends_by_itself() -> None:
    marked()
    assert sent(at=MONDAY_10 + DAY - timedelta(seconds=1)).incident_id in waiting(CAST.wu)
    assert sent(at=MONDAY_10 + DAY).incident_id in listed(CAST.wu)


def test_a_mark_is_bounded_reasoned_and_only_on_what_is_known() -> None:
    first = sent().incident_id
    told = {"lasts": DAY, "reason": "一小时内谎报了十次", "at": MONDAY_10}
    with pytest.raises(MarkTooLong):
        holding.mark_source(CAST.wu, first, kinds=[SourceKind.ADDRESS], **(told | {"lasts": DAY * 2}))
    with pytest.raises(MarkReasonMissing):
        holding.mark_source(CAST.wu, first, kinds=[SourceKind.DEVICE], **(told | {"reason": "烦"}))
    with pytest.raises(NoSource):  # nobody's address is kept with an anonymous report
        holding.mark_source(CAST.wu, first, kinds=[SourceKind.ADDRESS], **told)
    with pytest.raises(NotFound):
        holding.mark_source(CAST.zhou, first, kinds=[SourceKind.DEVICE], **told)


def test_tips_leave_no_source_and_are_never_held() -> None:
    marked()
    report = new_report(incident_id=uuid4(), identity=Identity.ANONYMOUS, reporter_phone="")
    tip = services.report_tip(CAST.public, report, at=MONDAY_10, sender=PRANKSTER)
    with eyes(holding.GUARD):
        assert not Source.objects.filter(incident_id=tip.incident_id).exists()
        assert not Hold.objects.filter(incident_id=tip.incident_id).exists()
    receiver = CAST.sun
    with eyes(receiver):
        row = queries.incident_for(receiver, tip.incident_id)
        assert row.channel == Channel.TIP.value
        assert holding.markable(row) == []


def test_sources_are_digests_that_nobody_reads_and_that_are_forgotten() -> None:
    sent(identity=Identity.NAMED, reporter_phone="13873712345")
    for actor in (CAST.wu, CAST.sun, CAST.public):
        with eyes(actor):
            assert not Source.objects.exists()
    with eyes(holding.GUARD), connection.cursor() as cursor:
        cursor.execute("select s::text from incidents_source s")
        (text,) = cursor.fetchone()
    assert "39.144" not in text
    assert "a" * 32 not in text
    assert holding.forget_sources(at=MONDAY_10 + timedelta(days=7)) == 0
    assert holding.forget_sources(at=MONDAY_10 + timedelta(days=7, seconds=1)) == 1

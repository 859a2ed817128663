"""Taking in what somebody says by telephone, at the counter or in a letter."""

from datetime import date, timedelta

import pytest

from jingwei.domains.hotline.contracts import Emergency
from jingwei.domains.hotline.rules.refusals import (
    ChannelNotOfDesk,
    LetterUndated,
    MatterUnknown,
    NumberMissing,
)
from jingwei.domains.hotline.services.handovers import NewHandOver, note_hand_over
from jingwei.domains.hotline.tests.lines import NUMBER, OTHER_NUMBER, line, seat, taken
from jingwei.domains.incidents.contracts import Channel, Identity
from jingwei.domains.incidents.queries import standing_of
from jingwei.domains.incidents.rules.personal import REPORTER_PHONE
from jingwei.domains.incidents.services import reveal_reporter
from jingwei.domains.incidents.tests.walking import audited, photo, rows, spot, stored
from jingwei.foundation.notices.models import Outgoing
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.services import masked_value
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, FOREIGN_GRID, MONDAY_10, TOWNSHIP, centre

pytestmark = pytest.mark.django_db
LATER = MONDAY_10 + timedelta(minutes=1)


def messages() -> list[Outgoing]:
    with eyes(CAST.machine):
        return list(Outgoing.objects.all())


def test_a_call_becomes_a_matter_with_receipt_and_tracking_code() -> None:
    seat()
    call = line().answered().call
    receipt = taken(call_id=call, uses_caller_number=True, report={"reporter_phone": ""}).receipt
    row = stored(receipt.incident_id)
    assert (row.channel, row.centre_id, row.reporter_id) == (Channel.HOTLINE, centre(TOWNSHIP), None)
    assert masked_value(REPORTER_PHONE, row.reporter_phone_sealed) == "138****2345"
    assert len(receipt.tracking_code) == 10
    assert rows("select incident_id, is_taken_in from hotline_callmatter") == [(receipt.incident_id, True)]
    assert rows("select channel, taken_by, unit_id from hotline_reception") == [
        ("hotline", "赵强", centre(TOWNSHIP))
    ]
    assert reveal_reporter(CAST.zhao, row.pk, purpose=Purpose.FOLLOW_UP, remark="", at=LATER) == NUMBER


def test_sent_again_it_is_the_same_report_and_one_message() -> None:
    seat()
    call = line().answered().call
    how = {"call_id": call, "uses_caller_number": True, "wants_sms": True}
    report = {"incident_id": CAST.zhao.post_id, "reporter_phone": ""}
    first, second = taken(report=report, **how), taken(report=report, at=LATER, **how)
    assert first.receipt.tracking_code == second.receipt.tracking_code
    assert len(messages()) == 1
    assert rows("select count(*) from hotline_callmatter") == [(1,)]


def test_the_receipt_goes_by_message_only_where_it_is_wanted() -> None:
    assert not taken().is_sms_on_its_way
    assert messages() == []
    sent = taken(wants_sms=True, report={"reporter_phone": OTHER_NUMBER})
    assert sent.is_sms_on_its_way
    (message,) = messages()
    assert sent.receipt.receipt_no.encode() not in bytes(message.text_sealed)


def test_who_stays_anonymous_leaves_no_number_anywhere() -> None:
    seat()
    spoken = line().ringing().answered().ended().recorded()
    receipt = taken(
        call_id=spoken.call,
        uses_caller_number=True,
        wants_sms=True,
        report={"identity": Identity.ANONYMOUS, "reporter_phone": NUMBER, "reporter_name": "李梅"},
    )
    row = stored(receipt.receipt.incident_id)
    assert (row.reporter_phone_sealed, row.reporter_name_sealed, row.reporter_phone_index) == (
        None,
        None,
        None,
    )
    assert (spoken.row.number_sealed, spoken.row.number_index, spoken.row.recording) == (None, None, "")
    assert messages() == []
    assert not receipt.is_sms_on_its_way


def test_a_confidential_reporter_is_reached_by_the_receiving_centre_only() -> None:
    receipt = taken(report={"identity": Identity.CONFIDENTIAL, "reporter_phone": NUMBER}).receipt
    row = stored(receipt.incident_id)
    assert standing_of(row).identity == Identity.CONFIDENTIAL
    assert reveal_reporter(CAST.zhao, row.pk, purpose=Purpose.CONTACT_REPORTER, remark="", at=LATER) == NUMBER
    with pytest.raises(Forbidden):
        reveal_reporter(CAST.sun, row.pk, purpose=Purpose.CONTACT_REPORTER, remark="", at=LATER)


def test_a_letter_keeps_its_own_date_and_its_scan() -> None:
    scan = photo(CAST.zhao)
    receipt = taken(
        channel=Channel.LETTER, written_on=date(2026, 11, 9), report={"file_ids": (scan,)}
    ).receipt
    row = stored(receipt.incident_id)
    assert (row.reported_at.date(), row.received_at) == (date(2026, 11, 9), MONDAY_10)
    assert row.due_at is not None
    assert row.due_at > MONDAY_10
    assert rows("select written_on from hotline_reception") == [(date(2026, 11, 9),)]
    assert rows("select file_id from incidents_attachment where incident_id = %s", row.pk) == [(scan,)]


def test_a_visitor_was_received_at_a_place() -> None:
    taken(channel=Channel.WALK_IN, place_of_reception="一楼群众接待室")
    assert rows("select channel, place from hotline_reception") == [("walk_in", "一楼群众接待室")]


def test_what_lies_elsewhere_goes_to_that_centre_and_the_desk_keeps_the_receipt() -> None:
    receipt = taken(report={"position": spot(FOREIGN_GRID)}).receipt
    assert stored(receipt.incident_id).centre_area == "430903001001"
    with eyes(CAST.zhao):
        assert rows("select unit_id from hotline_reception") == [(centre(TOWNSHIP),)]


@pytest.mark.parametrize(
    ("how", "refusal"),
    [
        ({"channel": Channel.TIP}, ChannelNotOfDesk),
        ({"channel": Channel.RESIDENT}, ChannelNotOfDesk),
        ({"channel": Channel.LETTER}, LetterUndated),
        ({"uses_caller_number": True}, NumberMissing),
    ],
)
def test_what_cannot_be_taken_leaves_nothing(how: dict[str, object], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        taken(**how)  # type: ignore[arg-type]
    assert rows("select count(*) from incidents_incident") == [(0,)]
    assert rows("select count(*) from hotline_reception") == [(0,)]


@pytest.mark.parametrize(
    "actor", [CAST.lin, CAST.qian, CAST.guo, CAST.li, CAST.public, CAST.ding], ids=lambda a: a.name
)
def test_only_desks_take_reports_for_others(actor: object) -> None:
    with pytest.raises(Forbidden):
        taken(actor)  # type: ignore[arg-type]


def test_a_matter_is_handed_to_the_fire_brigade_and_stands_in_its_course() -> None:
    seat()
    call = line().answered().call
    noted = note_hand_over(
        CAST.zhao,
        NewHandOver(Emergency.FIRE, "迎春路18号3楼", "厨房着火", call_id=call, tells_number=True),
        at=LATER,
    )
    assert NUMBER in noted.spoken
    assert NUMBER not in noted.hand_over.text
    assert "赵强" in noted.spoken
    receipt = taken(call_id=call, hand_over_ids=(noted.hand_over.pk,), at=LATER).receipt
    assert rows("select incident_id, service from hotline_handover") == [(receipt.incident_id, "119")]
    assert any(change.get("action") == "note" for _, _, change in audited(receipt.incident_id))
    steps = rows(
        "select remark from incidents_step where incident_id = %s order by version", receipt.incident_id
    )
    assert "已转告119" in steps[-1][0]


def test_a_note_of_another_centre_cannot_be_claimed() -> None:
    noted = note_hand_over(CAST.wu, NewHandOver(Emergency.POLICE, "迎春路", "有人打架"), at=LATER)
    taken(hand_over_ids=(noted.hand_over.pk,))
    assert rows("select incident_id from hotline_handover") == [(None,)]
    with pytest.raises(MatterUnknown):
        note_hand_over(
            CAST.wu,
            NewHandOver(Emergency.POLICE, "迎春路", "有人打架", incident_id=CAST.li.person_id),
            at=LATER,
        )

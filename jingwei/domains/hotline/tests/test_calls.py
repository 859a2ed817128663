"""What the exchange tells becomes calls of one centre; numbers stay sealed; looks are recorded."""

from datetime import timedelta

import pytest

from jingwei.domains.hotline.contracts import CallState, Happening
from jingwei.domains.hotline.models import Call
from jingwei.domains.hotline.queries.calls import CallView, call_for, list_calls, present_call, seat_of
from jingwei.domains.hotline.rules.refusals import (
    ExtensionTaken,
    MatterUnknown,
    NoRecording,
    NoSeat,
    NotASeat,
    NumberWithheld,
)
from jingwei.domains.hotline.services.calls import (
    close_lost_calls,
    link_call,
    open_recording,
    reveal_number,
)
from jingwei.domains.hotline.services.exchange import plug_exchange
from jingwei.domains.hotline.services.keeping import forget_numbers
from jingwei.domains.hotline.services.seats import release_seat, set_seat, switch_seat
from jingwei.domains.hotline.tests.lines import EXCHANGE, NUMBER, line, promises, seat
from jingwei.domains.incidents.tests.walking import reported, rows, spot
from jingwei.foundation.access.rules.refusals import OutsideJurisdiction
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, CITY, FOREIGN_GRID, MONDAY_10, TOWNSHIP, centre

pytestmark = pytest.mark.django_db
LATER = MONDAY_10 + timedelta(minutes=1)


class Recordings:
    def recording_address(self, reference: str) -> str | None:
        return f"https://exchange.example/{reference}"


def test_a_call_rings_at_the_seat_that_has_signed_on() -> None:
    seat()
    ringing = line().ringing()
    with eyes(CAST.zhao):
        now_ringing = present_call(CAST.zhao, at=LATER)
    assert now_ringing is not None
    assert (now_ringing.pk, now_ringing.state) == (ringing.call, CallState.RINGING)
    assert (now_ringing.unit_id, now_ringing.scope_code) == (centre(TOWNSHIP), TOWNSHIP)
    ringing.answered().ended()
    with eyes(CAST.zhao):
        assert present_call(CAST.zhao, at=LATER) is None


def test_a_call_at_an_unknown_table_is_the_city_centres() -> None:
    row = line(extension="9999").ringing().row
    assert (row.unit_id, row.scope_code, row.seat_post_id) == (centre(CITY), CITY, None)
    with eyes(CAST.he):
        assert [one.pk for one in list_calls(CAST.he, CallView.ALL, cursor=None, size=10).rows] == [row.pk]


def test_a_call_from_the_queue_belongs_to_the_table_that_takes_it() -> None:
    seat()
    waiting = line(extension="").ringing()
    assert waiting.row.unit_id == centre(CITY)
    waiting.extension = "8001"
    waiting.answered()
    assert (waiting.row.unit_id, waiting.row.seat_post_id) == (centre(TOWNSHIP), CAST.zhao.post_id)


def test_the_same_event_again_changes_nothing() -> None:
    seat()
    once = line().ringing()
    again = once.tell(Happening.RANG, event_id=f"{once.key}-rang")
    assert again == once.call
    assert rows("select count(*) from hotline_callevent where call_id = %s", once.call) == [(1,)]


def test_the_number_is_sealed_and_a_look_is_recorded() -> None:
    seat()
    call = line().answered().call
    stored = rows("select number_sealed, number_index from hotline_call where id = %s", call)[0]
    assert all(NUMBER.encode() not in bytes(part) for part in stored)
    assert reveal_number(CAST.zhao, call, purpose=Purpose.FOLLOW_UP, remark="", at=LATER) == NUMBER
    looked = rows("select viewer_name, purpose from privacy_reveal where target = %s", f"hotline.call:{call}")
    assert looked == [("赵强", "follow_up")]


@pytest.mark.parametrize("number", ["", "anonymous", "内线"])
def test_a_withheld_number_is_no_number_but_still_a_call(number: str) -> None:
    seat()
    call = line(number=number).answered().call
    with pytest.raises(NumberWithheld):
        reveal_number(CAST.zhao, call, purpose=Purpose.FOLLOW_UP, remark="", at=LATER)


def test_calls_are_seen_in_their_own_centre_only() -> None:
    seat()
    call = line().answered().call
    for stranger in (CAST.sun, CAST.he, CAST.wu, CAST.zhou, CAST.qian, CAST.li, CAST.gao, CAST.cao):
        with eyes(stranger):
            assert not Call.objects.visible_to(stranger).filter(pk=call).exists()
            assert not Call.objects.unscoped("the test compares the fences").filter(pk=call).exists()
            with pytest.raises(NotFound):
                call_for(stranger, call)
    with eyes(CAST.zhao):
        assert call_for(CAST.zhao, call).pk == call


def test_a_missed_call_leaves_a_promise_once() -> None:
    seat()
    missed = line().ringing()
    missed.tell(Happening.HUNG_UP, seconds=40)
    missed.tell(Happening.RANG, event_id="late", seconds=1)
    (promise,) = promises()
    assert (promise.call_id, promise.made_by, promise.unit_id) == (missed.call, "", centre(TOWNSHIP))
    assert promise.due_at == missed.row.ended_at + timedelta(hours=1)


def test_a_missed_call_without_a_number_leaves_none() -> None:
    seat()
    line(number="").ringing().tell(Happening.HUNG_UP)
    assert promises() == []


def test_a_recording_is_opened_at_the_exchange_and_that_is_recorded() -> None:
    seat()
    plug_exchange(Recordings())
    spoken = line().ringing().answered().ended()
    with pytest.raises(NoRecording):
        open_recording(CAST.zhao, spoken.call, purpose=Purpose.SUPERVISION, at=LATER)
    spoken.recorded()
    url = open_recording(CAST.zhao, spoken.call, purpose=Purpose.SUPERVISION, at=LATER)
    assert url == f"https://exchange.example/rec/{spoken.key}.wav"
    entries = rows(
        "select actor_name, change::text from audit_entry where target = %s", f"hotline.call:{spoken.call}"
    )
    assert any(name == "赵强" and "open_recording" in change for name, change in entries)
    with pytest.raises(NotFound):
        open_recording(CAST.wu, spoken.call, purpose=Purpose.SUPERVISION, at=LATER)


def test_a_call_is_linked_to_a_matter_within_sight_only() -> None:
    seat()
    call = line().answered().call
    matter = reported().case
    link_call(CAST.zhao, call, matter, at=LATER)
    link_call(CAST.zhao, call, matter, at=LATER)
    assert rows("select incident_id, is_taken_in from hotline_callmatter where call_id = %s", call) == [
        (matter, False)
    ]
    foreign = line(extension="9999").answered().call
    with pytest.raises(NotFound):
        link_call(CAST.zhao, foreign, matter, at=LATER)
    with pytest.raises(MatterUnknown):
        link_call(CAST.zhao, call, reported(position=spot(FOREIGN_GRID)).case, at=LATER)


def test_views_of_the_list() -> None:
    seat()
    answered, missed = line().ringing().answered().ended(), line(at=LATER).ringing()
    missed.tell(Happening.HUNG_UP)
    link_call(CAST.zhao, answered.call, reported().case, at=LATER)
    with eyes(CAST.zhao):

        def shown(view: CallView) -> list[object]:
            return [one.pk for one in list_calls(CAST.zhao, view, cursor=None, size=10).rows]

        assert shown(CallView.ALL) == [missed.call, answered.call]
        assert shown(CallView.MISSED) == [missed.call]
        assert shown(CallView.MINE) == [missed.call, answered.call]
        assert shown(CallView.UNREGISTERED) == []
        first = list_calls(CAST.zhao, CallView.ALL, cursor=None, size=1)
        assert first.next_cursor
        second = list_calls(CAST.zhao, CallView.ALL, cursor=first.next_cursor, size=1)
        assert [one.pk for one in second.rows] == [answered.call]


def test_a_call_whose_end_was_never_told_ends_by_itself() -> None:
    seat()
    lost = line().ringing().answered()
    assert close_lost_calls(EXCHANGE, at=MONDAY_10 + timedelta(hours=1)) == 0
    assert close_lost_calls(EXCHANGE, at=MONDAY_10 + timedelta(hours=5)) == 1
    assert lost.row.state == CallState.ENDED


def test_numbers_are_forgotten_after_their_time() -> None:
    seat()
    old = line().ringing().answered().ended()
    assert forget_numbers(at=MONDAY_10 + timedelta(days=179)) == 0
    assert forget_numbers(at=MONDAY_10 + timedelta(days=181)) == 1
    assert (old.row.number_sealed, old.row.number_index, old.row.number_tail) == (None, None, None)


def test_a_desk_post_gets_one_extension_in_the_city() -> None:
    seat()
    with pytest.raises(ExtensionTaken):
        set_seat(CAST.ding, CAST.wu.post_id, extension="8001", at=MONDAY_10)  # type: ignore[arg-type]
    with pytest.raises(NotASeat):
        set_seat(CAST.ding, CAST.qian.post_id, extension="8009", at=MONDAY_10)  # type: ignore[arg-type]
    with pytest.raises(Forbidden):
        set_seat(CAST.sun, CAST.wu.post_id, extension="8010", at=MONDAY_10)  # type: ignore[arg-type]
    release_seat(CAST.ding, CAST.zhao.post_id)  # type: ignore[arg-type]
    with eyes(CAST.zhao):
        assert seat_of(CAST.zhao) is None
    with pytest.raises(NoSeat):
        switch_seat(CAST.zhao, is_signed_on=True, at=MONDAY_10)


def test_no_calls_pop_up_at_a_seat_that_has_signed_off() -> None:
    seat()
    switch_seat(CAST.zhao, is_signed_on=False, at=MONDAY_10)
    assert line().ringing().row.seat_post_id is None


def test_unknown_posts_are_out_of_sight() -> None:
    with pytest.raises((NotFound, OutsideJurisdiction)):
        set_seat(CAST.ding, CAST.li.person_id, extension="1", at=MONDAY_10)  # type: ignore[arg-type]

"""Taking a report in."""

from datetime import timedelta
from uuid import uuid4

import pytest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Channel, Identity, State
from jingwei.domains.incidents.rules.refusals import (
    ContactMissing,
    IdTaken,
    PlaceMissing,
    TimeInFuture,
    WordsMissing,
)
from jingwei.domains.incidents.tests.walking import (
    RUBBISH,
    SIGNBOARD,
    new_report,
    photo,
    reported,
    rows,
    spot,
    stored,
)
from jingwei.domains.routing.rules import ItemUnknown
from jingwei.foundation.areas.rules import AreaUnknown, OutsideCity
from jingwei.foundation.files.rules.refusals import NotAttachable
from jingwei.foundation.privacy.rules import BadPhone
from jingwei.kernel.errors import Forbidden
from jingwei.kernel.geo import Datum, position
from tests.cast import (
    CAST,
    COMMUNITY,
    COUNTY,
    GRID_1,
    MONDAY_10,
    OTHER_COMMUNITY,
    TOWNSHIP,
    centre,
    in_post,
    inside,
)

pytestmark = pytest.mark.django_db


def test_a_report_is_located_stored_and_given_to_the_community() -> None:
    walk = reported()
    row = walk.row
    assert (row.state, row.version, row.channel) == (State.REPORTED, 1, Channel.RESIDENT)
    assert (row.grid_code, row.community_code, row.scope_code) == (GRID_1, COMMUNITY, GRID_1)
    assert (row.centre_id, row.centre_area) == (centre(COMMUNITY), COMMUNITY)
    assert row.reporter_id == CAST.li.person_id
    assert walk.receipt.centre_name == "迎春社区综治中心"
    assert walk.receipt.receipt_no.startswith("20261116")
    assert len(walk.receipt.tracking_code) == 10


def test_receipt_numbers_differ() -> None:
    assert reported().receipt.receipt_no != reported().receipt.receipt_no


def test_the_accept_clock_starts_when_it_is_taken_in() -> None:
    assert reported().receipt.due_at == MONDAY_10 + timedelta(hours=6)  # four working hours, lunch between
    assert reported(item_code=RUBBISH).receipt.due_at == MONDAY_10 + timedelta(hours=2)
    assert reported(item_code=SIGNBOARD).receipt.due_at == MONDAY_10 + timedelta(hours=1)
    assert reported(is_urgent=True).receipt.due_at == MONDAY_10 + timedelta(hours=1)


@pytest.mark.parametrize(
    ("actor", "channel"),
    [
        (CAST.li, Channel.RESIDENT),
        (CAST.public, Channel.RESIDENT),
        (CAST.lin, Channel.OFFICER),
        (CAST.wu, Channel.DESK),
    ],
)
def test_the_channel_follows_who_reports(actor: object, channel: Channel) -> None:
    assert reported(actor).row.channel == channel  # type: ignore[arg-type]


def test_a_desk_keeps_what_lies_in_its_area() -> None:
    assert reported(CAST.zhao).row.centre_area == TOWNSHIP
    assert reported(CAST.sun).row.centre_area == COUNTY
    assert reported(CAST.mao).row.centre_area == COMMUNITY


def test_without_a_position_the_named_community_receives() -> None:
    row = reported(position=None, area_code=OTHER_COMMUNITY).row
    assert (row.scope_code, row.grid_code, row.centre_area) == (OTHER_COMMUNITY, None, OTHER_COMMUNITY)
    assert row.position is None


def test_an_offline_report_keeps_the_time_it_was_seen() -> None:
    row = reported(reported_at=MONDAY_10 - timedelta(days=3)).row
    assert (row.reported_at, row.received_at) == (MONDAY_10 - timedelta(days=3), MONDAY_10)


def test_a_photo_alone_is_a_report() -> None:
    file_id = photo(CAST.li)
    walk = reported(words="", file_ids=(file_id,))
    assert walk.row.title == "（照片上报）"
    attached = rows(
        "select file_id, kind, version from incidents_attachment where incident_id = %s", walk.case
    )
    assert attached == [(file_id, "report", 1)]
    assert rows("select claimed_for from files_file where id = %s", file_id) == [(walk.case,)]


REFUSED = {
    "no words": ({"words": " "}, WordsMissing),
    "no place": ({"position": None}, PlaceMissing),
    "the city is no place": ({"position": None, "area_code": "4309"}, PlaceMissing),
    "unknown area": ({"position": None, "area_code": "430902999"}, AreaUnknown),
    "outside the city": ({"position": position(121.47, 31.23, datum=Datum.WGS84)}, OutsideCity),
    "unknown item": ({"item_code": "999999"}, ItemUnknown),
    "in the future": ({"reported_at": MONDAY_10 + timedelta(hours=1)}, TimeInFuture),
    "confidential without phone": (
        {"identity": Identity.CONFIDENTIAL, "reporter_phone": " "},
        ContactMissing,
    ),
    "no phone number": ({"reporter_phone": "不告诉你"}, BadPhone),
    "a stranger's photo": ({"file_ids": (uuid4(),)}, NotAttachable),
}


@pytest.mark.parametrize(("changes", "refusal"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refused_report_leaves_nothing(changes: dict[str, object], refusal: type[Exception]) -> None:
    before = rows("select count(*) from audit_entry")
    with pytest.raises(refusal):
        reported(**changes)  # type: ignore[arg-type]
    for table in ("incident", "step", "participant", "attachment"):
        assert rows(f"select count(*) from incidents_{table}") == [(0,)]
    assert rows("select count(*) from audit_entry") == before


def test_somebody_elses_photo_cannot_be_attached() -> None:
    with pytest.raises(NotAttachable):
        reported(file_ids=(photo(CAST.wang),))
    file_id = photo(CAST.li)
    reported(file_ids=(file_id,))
    with pytest.raises(NotAttachable):
        reported(file_ids=(file_id,))


def test_an_inspector_cannot_report() -> None:
    with pytest.raises(Forbidden):
        reported(CAST.cao)
    with pytest.raises(Forbidden):
        services.report_tip(CAST.lin, new_report(), at=MONDAY_10)


def test_the_same_submission_twice_is_one_report() -> None:
    report = new_report(file_ids=(photo(CAST.li),))
    first = services.report_incident(CAST.li, report, at=MONDAY_10)
    again = services.report_incident(CAST.li, report, at=MONDAY_10 + timedelta(minutes=3))
    assert again == first
    for table in ("step", "participant", "attachment"):
        assert rows(f"select count(*) from incidents_{table} where incident_id = %s", report.incident_id) == [
            (1,)
        ]
    assert len(rows("select 1 from audit_entry where target like '%%' || %s", str(report.incident_id))) == 1


def test_a_repeated_submission_tells_how_far_it_has_come() -> None:
    report = new_report()
    services.report_incident(CAST.li, report, at=MONDAY_10)
    accepted = services.accept_incident(
        CAST.wu, report.incident_id, item_code=RUBBISH, at=MONDAY_10 + timedelta(minutes=5)
    )
    again = services.report_incident(CAST.li, report, at=MONDAY_10 + timedelta(minutes=9))
    assert (again.state, again.version, again.due_at) == (State.ACCEPTED, 2, accepted.due_at)


@pytest.mark.parametrize(
    "changes",
    [
        {"words": "完全不同的事"},
        {"position": spot(east=0.6)},
        {"reporter_phone": "13900000000"},
        {"identity": Identity.CONFIDENTIAL},
        {"about_unit_id": centre(TOWNSHIP)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_an_id_is_not_used_for_something_else(changes: dict[str, object]) -> None:
    walk = reported()
    with pytest.raises(IdTaken, match="重新生成编号"):
        reported(incident_id=walk.case, **changes)
    assert stored(walk.case).words == new_report().words


def test_a_stranger_who_learns_an_id_learns_nothing_by_sending_it() -> None:
    report = new_report()
    services.report_incident(CAST.li, report, at=MONDAY_10)
    for stranger in (CAST.wang, CAST.public, CAST.lin):
        with pytest.raises(IdTaken):
            services.report_incident(stranger, report, at=MONDAY_10)


def test_a_report_sent_again_as_a_tip_is_not_passed_off_as_one() -> None:
    report = new_report()
    services.report_incident(CAST.li, report, at=MONDAY_10)
    with pytest.raises(IdTaken):
        services.report_tip(CAST.li, report, at=MONDAY_10)


def test_a_position_on_the_border_lies_in_one_grid() -> None:
    row = reported(position=position(*inside(GRID_1, east=1.0), datum=Datum.WGS84)).row
    assert row.grid_code == GRID_1


def test_positions_of_chinese_maps_are_converted_once_and_kept_as_given() -> None:
    given = position(112.3105, 28.502, datum=Datum.GCJ02, accuracy_m=30)
    row = reported(position=given).row
    assert (row.given_lon, row.given_lat, row.datum, row.accuracy_m) == (112.3105, 28.502, "gcj02", 30)
    assert abs(row.position.x - 112.3105) > 0.001


def test_the_item_is_the_one_in_force_when_it_came_in() -> None:
    """What a phone believes of the date must not decide which list applies."""
    walk = reported(reported_at=MONDAY_10.replace(year=2003)).accepted()
    assert walk.row.item_code == RUBBISH


def test_a_lent_post_reports_under_the_name_of_who_works_in_it() -> None:
    walk = reported(in_post(CAST.wu, acting_for_id=CAST.zhao.person_id))
    assert walk.steps[0].actor_name == "吴芳"

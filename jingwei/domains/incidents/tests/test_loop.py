"""The whole loop through the services, on real PostgreSQL."""

from datetime import timedelta
from uuid import uuid4

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.services import NewReport
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import NotFound
from jingwei.kernel.geo import Datum, position
from tests.cast import CAST, GRID_1, MONDAY_10, URBAN, inside

pytestmark = pytest.mark.django_db
ITEM = "010101"


def report(**changes: object) -> NewReport:
    values: dict[str, object] = {
        "incident_id": uuid4(),
        "words": "路灯杆倾斜，担心倒下来",
        "reported_at": MONDAY_10,
        "position": position(*inside(GRID_1), datum=Datum.WGS84),
        "address": "迎春路18号门前",
        "reporter_phone": "13800000000",
    }
    return NewReport(**(values | changes))  # type: ignore[arg-type]


def test_from_report_to_rating() -> None:
    at = MONDAY_10
    receipt = services.report_incident(CAST.li, report(), at=at)
    case = receipt.incident_id
    accepted = services.accept_incident(CAST.wu, case, item_code=ITEM, at=at + timedelta(minutes=5))
    assert accepted.state == State.ACCEPTED
    services.escalate_incident(CAST.wu, case, remark="需要专业队伍", at=at + timedelta(minutes=6))
    services.dispatch_incident(CAST.zhao, case, unit_id=URBAN, at=at + timedelta(minutes=10))
    services.take_task(CAST.qian, case, at=at + timedelta(minutes=20))
    with eyes(CAST.qian):
        assert queries.incident_for(CAST.qian, case).assignee_post_id == CAST.qian.post_id
    with pytest.raises(NotFound), eyes(CAST.chen):
        queries.incident_for(CAST.chen, case)

"""Who sees an incident sees its photos; nobody else does."""

import pytest

from jingwei.domains.incidents.tests.walking import photo, reported
from jingwei.foundation.files.queries import facts_of
from jingwei.foundation.files.services import hold_file
from jingwei.kernel.errors import NotFound
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db


def test_a_reported_photo_is_seen_with_the_incident_and_not_beside_it() -> None:
    file_id = photo(CAST.li)
    assert facts_of(CAST.wu, [file_id]) == []
    reported(file_ids=(file_id,))
    for sees in (CAST.li, CAST.lin, CAST.wu, CAST.zhao, CAST.sun, CAST.he):
        assert [one.file_id for one in facts_of(sees, [file_id])] == [file_id]
    for stranger in (CAST.chen, CAST.mao, CAST.zhou, CAST.tang, CAST.qian, CAST.wang, CAST.public):
        assert facts_of(stranger, [file_id]) == []


def test_the_desk_that_sees_it_may_hold_it_back_and_a_foreign_one_may_not() -> None:
    file_id = photo(CAST.li)
    reported(file_ids=(file_id,))
    assert hold_file(CAST.wu, file_id, at=MONDAY_10).publish_blocked
    with pytest.raises(NotFound):
        hold_file(CAST.zhou, file_id, at=MONDAY_10)

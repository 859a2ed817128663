"""The number at which the public reaches a unit."""

from typing import Any
from uuid import UUID

import pytest

from jingwei.foundation.access.models import Unit
from jingwei.foundation.administration.rules import PublicPhoneMalformed, public_phone
from jingwei.foundation.administration.tests.conftest import Call
from jingwei.foundation.administration.tests.test_posts import acts, county_administrator  # noqa: F401
from tests.cast import CAST, OTHER_COUNTY, TOWNSHIP, centre

TOWN = centre(TOWNSHIP)


def put(call: Call, unit_id: UUID, phone: str) -> Any:
    return call(CAST.ding, "PUT", f"/units/{unit_id}/phone", {"phone": phone})


@pytest.mark.parametrize(
    "phone", ["", "0737-4200001", "07374200001", "010-62000000-8", "400-800-1234", "12345", "110"]
)
def test_office_numbers_are_taken_as_written(phone: str) -> None:
    assert public_phone(f" {phone} ") == phone


@pytest.mark.parametrize("phone", ["13800000000", "+86 0737 4200001", "见公示牌", "4200001", "0737-42000"])
def test_personal_numbers_and_anything_else_are_refused(phone: str) -> None:
    with pytest.raises(PublicPhoneMalformed):
        public_phone(phone)


@pytest.mark.django_db
def test_an_administrator_publishes_and_takes_away_a_number(call: Call) -> None:
    assert put(call, TOWN, "0737-4200001").status_code == 204
    assert Unit.objects.get(pk=TOWN).public_phone == "0737-4200001"
    assert put(call, TOWN, "").status_code == 204
    assert Unit.objects.get(pk=TOWN).public_phone == ""
    assert [act for act, _ in acts()] == ["set_unit_phone", "set_unit_phone"]


@pytest.mark.django_db
def test_a_mobile_number_is_refused_and_nothing_changes(call: Call) -> None:
    answer = put(call, TOWN, "13800000000")
    assert (answer.status_code, answer.json()["code"]) == (422, "administration.public_phone_malformed")
    assert Unit.objects.get(pk=TOWN).public_phone == ""


@pytest.mark.django_db
def test_another_countys_unit_is_not_found(call: Call, county_administrator: Any) -> None:  # noqa: F811
    answer = call(county_administrator, "PUT", f"/units/{centre(OTHER_COUNTY)}/phone", {"phone": "12345"})
    assert answer.status_code == 404

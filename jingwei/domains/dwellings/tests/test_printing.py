"""A house's sheet on paper: its record, its place in the building, its history, and whose copy it is."""

import pytest

from jingwei.domains.dwellings.rules.refusals import HouseNotFound
from jingwei.domains.dwellings.services.printing import print_house
from jingwei.domains.dwellings.tests.things import building, flat
from jingwei.foundation.documents.contracts import Asked, Language, PurposeMissing
from jingwei.foundation.documents.rules.page import page_of
from jingwei.foundation.documents.services.printing import render_pdf
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "words"), [(Language.ZH, "房屋登记表"), (Language.EN, "Registration sheet")]
)
def test_a_house_is_printed_with_its_place_and_its_history(language: Language, words: str) -> None:
    row = flat(building(), "2", "501")
    asked = Asked(language, is_outside=False, at=MONDAY_10)
    sheet = print_house(CAST.lin, row.pk, purpose="出租房检查", asked=asked)
    text = page_of(sheet, shown=frozenset())
    for told in (words, row.address, "501", "出租房检查", "林晓 2026-11-16 10:00"):
        assert told in text
    assert [one.key for one in sheet.sections][-1] == "history"
    assert render_pdf(sheet, {}).startswith(b"%PDF-")


def test_it_needs_a_purpose_and_sight() -> None:
    row = flat(building())
    asked = Asked(Language.ZH, is_outside=False, at=MONDAY_10)
    with pytest.raises(PurposeMissing):
        print_house(CAST.lin, row.pk, purpose="看", asked=asked)
    with pytest.raises(HouseNotFound):
        print_house(CAST.tang, row.pk, purpose="出租房检查", asked=asked)

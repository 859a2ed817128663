"""A person's sheet on paper: masked as it is shown, opened only as a look is, and never out of sight."""

import pytest

from jingwei.domains.dwellings.services.printing import print_house
from jingwei.domains.dwellings.tests.things import farmhouse
from jingwei.domains.residents.rules.refusals import ResidentNotFound
from jingwei.domains.residents.services.printing import print_resident
from jingwei.domains.residents.tests.people import PHONE, number, resident
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.documents.contracts import Asked, Document, Language, PurposeMissing
from jingwei.foundation.documents.rules.page import page_of
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.models import Reveal
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
ASKED = Asked(Language.ZH, is_outside=False, at=MONDAY_10)
WHAT_FOR = "上门核对登记"


def printed(actor: Actor, row: object, *, is_clear: bool = False, purpose: str = WHAT_FOR) -> Document:
    return print_resident(
        actor,
        row.pk,  # type: ignore[attr-defined]
        why=Purpose.VISIT_RESIDENT,
        purpose=purpose,
        is_clear=is_clear,
        asked=ASKED,
    )


def looks(target: str) -> list[tuple[str, str, str]]:
    with eyes(CAST.machine):
        rows = Reveal.objects.filter(target=target, manner__in=("opened", "exported"))
        return sorted((one.field.rpartition(".")[2], one.manner, one.remark) for one in rows)


def test_the_sheet_says_what_is_shown_whose_copy_it_is_and_leaves_a_look() -> None:
    row = resident("王小明", 1, facts={"phone": PHONE, "gender": "1"})
    sheet = printed(CAST.lin, row)
    text = page_of(sheet, shown=frozenset())
    assert sheet.title == "居民登记表 · 王小明"
    for told in ("迎春路12号", "居住经历", "登记的用途和依据", f"用途：{WHAT_FOR}", "林晓 2026-11-16 10:00"):
        assert told in text
    assert PHONE not in text
    assert number(1) not in text
    assert looks(f"residents.resident:{row.pk}") == [("name", "exported", WHAT_FOR)]
    with eyes(CAST.machine):
        entry = Entry.objects.filter(target=f"residents.resident:{row.pk}").order_by("-id")[0]
    assert (entry.change["act"], entry.change["purpose"]) == ("print_file", WHAT_FOR)


def test_numbers_in_the_clear_are_looks_of_their_own() -> None:
    row = resident("王小明", 1, facts={"phone": PHONE})
    text = page_of(printed(CAST.lin, row, is_clear=True), shown=frozenset())
    assert PHONE in text
    assert number(1) in text
    found = looks(f"residents.resident:{row.pk}")
    assert [manner for _, manner, _ in found].count("opened") == 2


def test_without_a_purpose_or_out_of_sight_there_is_no_sheet() -> None:
    row = resident("王小明", 1)
    with pytest.raises(PurposeMissing):
        printed(CAST.lin, row, purpose="  看看 ")
    for stranger in (CAST.chen, CAST.tang):
        with pytest.raises(ResidentNotFound):
            printed(stranger, row)
    assert looks(f"residents.resident:{row.pk}") == []


def test_a_house_tells_who_lives_there_to_those_who_see_residents_and_that_is_a_look() -> None:
    house = farmhouse()
    row = resident("王小明", 1, house_id=house.pk, address="", area_code="")
    text = page_of(print_house(CAST.lin, house.pk, purpose=WHAT_FOR, asked=ASKED), shown=frozenset())
    assert "房屋登记表" in text
    assert "王小明" in text
    assert looks(f"residents.resident:{row.pk}") == [("name", "exported", "打印房屋登记表")]

"""What a report must hold, which limits apply, which proof is still asked for."""

import itertools
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.clocks.contracts import CalendarTime, WorkingDays, WorkingTime, parse_limit, write_limit
from jingwei.domains.incidents.contracts import Identity
from jingwei.domains.incidents.rules.evidence import EVIDENCE_LABELS, REPORT_KIND, missing_evidence
from jingwei.domains.incidents.rules.intake import (
    CLOCK_TOLERANCE,
    DEFAULT_LIMITS,
    TITLE_LENGTH,
    URGENT_LIMIT,
    limit_for,
    require_contact,
    require_time,
    require_words,
    title_of,
)
from jingwei.domains.incidents.rules.lifecycle import Stage
from jingwei.domains.incidents.rules.refusals import ContactMissing, TimeInFuture, WordsMissing
from jingwei.domains.routing.contracts import ItemBrief
from tests.cast import MONDAY_10

ITEM = ItemBrief(
    item_id=1,
    item_code="010101",
    class_name="市容环境",
    subclass_name="环境卫生",
    item_name="暴露垃圾",
    unit_kind="urban_management",
    accept_limit="2h",
    handle_limit="1d",
    verify_limit="4H",
    evidence=frozenset({"photo_before", "photo_after"}),
    is_urgent=False,
)


@pytest.mark.parametrize("words", ["", " ", "灯", " 灯 ", "\n\t"])
def test_words_are_asked_for_unless_there_is_a_photo(words: str) -> None:
    with pytest.raises(WordsMissing, match="拍一张照片"):
        require_words(words, 0)
    require_words(words, 1)


def test_two_characters_are_words() -> None:
    require_words("灯坏", 0)


def test_phones_may_run_a_little_ahead_and_reports_may_be_old() -> None:
    require_time(MONDAY_10 + CLOCK_TOLERANCE, MONDAY_10)
    require_time(MONDAY_10 - timedelta(days=400), MONDAY_10)
    with pytest.raises(TimeInFuture, match="2026-11-16T10:11"):
        require_time(MONDAY_10 + CLOCK_TOLERANCE + timedelta(minutes=1), MONDAY_10)


@pytest.mark.parametrize("phone", [None, "", "   "])
def test_only_confidential_reports_need_a_phone(phone: str | None) -> None:
    with pytest.raises(ContactMissing, match="匿名"):
        require_contact(Identity.CONFIDENTIAL, phone)
    require_contact(Identity.NAMED, phone)
    require_contact(Identity.ANONYMOUS, phone)
    require_contact(Identity.CONFIDENTIAL, "13800000000")


@given(st.text(max_size=60), st.text(max_size=200))
def test_a_title_is_one_line_that_fits(title: str, words: str) -> None:
    line = title_of(title, words)
    assert 0 < len(line) <= TITLE_LENGTH
    assert line == " ".join(line.split())


def test_a_title_is_the_beginning_of_the_words() -> None:
    assert title_of("", "路灯坏了") == "路灯坏了"
    assert title_of("路灯", "坏了三天") == "路灯"
    assert title_of("", "") == "（照片上报）"
    assert title_of("", "长" * 50) == "长" * 39 + "…"


WITHOUT_ITEM = {
    Stage.ACCEPT: "4h",
    Stage.DISPATCH: "4h",
    Stage.HANDLE: "35h",
    Stage.VERIFY: "7h",
    Stage.CLOSE: "7h",
}
WITH_ITEM = {
    Stage.ACCEPT: "2h",
    Stage.DISPATCH: "2h",
    Stage.HANDLE: "1d",
    Stage.VERIFY: "4H",
    Stage.CLOSE: "4H",
}


@pytest.mark.parametrize(("stage", "is_urgent"), list(itertools.product(WITH_ITEM, [False, True])))
def test_the_items_limit_applies_once_it_is_known(stage: Stage, is_urgent: bool) -> None:
    assert limit_for(stage, ITEM, is_urgent=is_urgent) == parse_limit(WITH_ITEM[stage])


@pytest.mark.parametrize("stage", WITHOUT_ITEM)
def test_defaults_apply_before_and_urgent_matters_wait_an_hour(stage: Stage) -> None:
    assert limit_for(stage, None, is_urgent=False) == parse_limit(WITHOUT_ITEM[stage])
    hastens = stage in {Stage.ACCEPT, Stage.DISPATCH}
    expected = CalendarTime(60) if hastens else parse_limit(WITHOUT_ITEM[stage])
    assert limit_for(stage, None, is_urgent=True) == expected


def test_what_is_finished_has_no_limit() -> None:
    assert limit_for(Stage.NONE, ITEM, is_urgent=True) is None
    assert limit_for(Stage.NONE, None, is_urgent=False) is None


@pytest.mark.parametrize("limit", [*DEFAULT_LIMITS.values(), URGENT_LIMIT, WorkingDays(5)], ids=str)
def test_every_default_limit_survives_being_stored(limit: WorkingTime | WorkingDays | CalendarTime) -> None:
    assert parse_limit(write_limit(limit)) == limit
    assert len(write_limit(limit)) <= 8


KINDS = [*EVIDENCE_LABELS, REPORT_KIND]
SUBSETS = [frozenset(s) for n in range(len(KINDS) + 1) for s in itertools.combinations(KINDS, n)]
WANTED = [frozenset(s) for n in range(5) for s in itertools.combinations(EVIDENCE_LABELS, n)]


def test_evidence_is_asked_for_until_it_is_there() -> None:
    for wanted, shown, already in itertools.product(WANTED, SUBSETS, SUBSETS):
        missing = missing_evidence(wanted, shown=shown, already=already)
        for kind in EVIDENCE_LABELS:
            is_there = kind in shown or (kind in already and kind != "photo_after")
            if kind == "photo_before":
                is_there = is_there or REPORT_KIND in already
            assert (kind in missing) == (kind in wanted and not is_there)


def test_an_old_photo_from_after_proves_nothing_new() -> None:
    assert missing_evidence({"photo_after"}, shown=set(), already={"photo_after"}) == ["photo_after"]
    assert missing_evidence({"photo_after"}, shown={"photo_after"}, already=set()) == []

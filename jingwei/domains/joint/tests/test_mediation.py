"""Disputes: registered, taken up, mediated, handed on, agreed, confirmed and followed up."""

import io
import zipfile
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest

from jingwei.domains.clocks.queries.watches import watch_of
from jingwei.domains.clocks.services.watches import sweep_watches
from jingwei.domains.incidents.tests.walking import reported
from jingwei.domains.joint.api.mediation_schemas import MediationOut
from jingwei.domains.joint.api.mediation_shaping import mediation_out
from jingwei.domains.joint.contracts import (
    Happening,
    MediationAct,
    MediationState,
    MediationWay,
    PartySide,
    Performance,
)
from jingwei.domains.joint.models import Mediation, MediationEntry, Party
from jingwei.domains.joint.queries import mediation_for
from jingwei.domains.joint.rules.mediating import NewParty
from jingwei.domains.joint.rules.refusals import (
    ConfirmationWrong,
    DisputeElsewhere,
    DisputeOver,
    KindUnknown,
    NothingAgreed,
    NotTheMediator,
    PartiesClosed,
    PartiesMissing,
    PassNowhere,
    SessionAhead,
)
from jingwei.domains.joint.services import (
    Session,
    agree_mediation,
    confirm_agreement,
    fail_mediation,
    follow_up_mediation,
    hand_on_mediation,
    record_session,
    reveal_parties,
    take_mediation,
    write_agreement,
)
from jingwei.domains.joint.services.mediating import FOLLOW_UP, MEDIATION
from jingwei.domains.joint.services.sources import MEDIATION_SOURCE
from jingwei.domains.joint.services.telling import tell_of
from jingwei.domains.joint.tests.disputes import AGREED, PARTIES, agreed, registered
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.imports.contracts.exports import Language, Taking, WishRefused
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.models import Reveal
from jingwei.foundation.scoping import eyes
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, FOREIGN_GRID, MONDAY_10, TOWNSHIP, URBAN, centre

pytestmark = pytest.mark.django_db
LATER = MONDAY_10 + timedelta(hours=3)
NEXT_MONTH = MONDAY_10 + timedelta(days=31)


def shown(row: Mediation, actor: Actor = CAST.wu, at: Any = LATER) -> MediationOut:
    with eyes(actor):
        return mediation_out(actor, mediation_for(actor, row.pk), at=at)


def seen_of(row: Mediation, actor: Actor) -> tuple[bool, int, int]:
    """Whether somebody sees the dispute, and how many of its parties and lines; query and database agree."""
    with eyes(actor):
        by_query = Mediation.objects.visible_to(actor).filter(pk=row.pk).exists()
        by_database = Mediation.objects.unscoped("the test compares the fences").filter(pk=row.pk).exists()
        assert by_query == by_database
        parts = [one.objects.filter(mediation_id=row.pk).count() for one in (Party, MediationEntry)]
    return by_database, *parts


def test_above_sees_how_it_stands_and_only_the_mediators_who_quarrels() -> None:
    row = registered()
    assert seen_of(row, CAST.wu) == (True, 2, 1)
    assert seen_of(row, CAST.sun) == (True, 0, 0)
    assert seen_of(row, CAST.qian) == (False, 0, 0)
    told = shown(row)
    assert [(one.name, one.phone) for one in told.parties] == [
        ("陈**", "139****0011"),
        ("刘**", "139****0012"),
    ]
    above = shown(row, CAST.sun)
    assert (above.parties, above.entries, above.is_part, above.may_reveal, above.actions) == (
        [],
        [],
        False,
        False,
        [],
    )
    assert above.state is MediationState.RUNNING
    with pytest.raises(PartiesClosed):
        reveal_parties(CAST.sun, row.pk, purpose=Purpose.SUPERVISION, remark="", at=LATER)


def test_a_look_at_the_parties_is_recorded() -> None:
    row = registered()
    found = reveal_parties(CAST.wu, row.pk, purpose=Purpose.MEDIATE, remark="通知调解时间", at=LATER)
    assert [(one.name, one.phone) for one in found] == [(one.name, one.phone) for one in PARTIES]
    with eyes(CAST.machine):
        looks = Reveal.objects.filter(target=f"joint.mediation:{row.pk}")
        assert {(one.field, one.purpose, one.viewer_name) for one in looks} == {
            ("joint.party_name", "mediate", "吴芳"),
            ("joint.party_phone", "mediate", "吴芳"),
        }


def test_a_dispute_goes_to_another_level_and_way_and_keeps_its_course() -> None:
    row = registered()
    record_session(CAST.wu, row.pk, Session(MONDAY_10, "社区调解室", "双方到场", "意见分歧大"), at=LATER)
    street = centre(TOWNSHIP)
    hand_on_mediation(
        CAST.wu, row.pk, to_unit_id=street, way=MediationWay.ADMINISTRATIVE, reason="两次不成", at=LATER
    )
    tell_of(Happening.DISPUTE_SENT, row.pk, at=LATER)
    with eyes(CAST.machine):
        notices = Notice.objects.filter(title_zh="有矛盾纠纷转到本单位调解")
        assert CAST.zhao.post_id in set(notices.values_list("post_id", flat=True))
        assert {one.body_zh for one in notices} == {"邻里纠纷"}
    watch = watch_of(MEDIATION, row.pk)
    assert watch is not None
    assert (watch.owed.unit_id, watch.started_at) == (street, LATER)
    told = shown(row, CAST.zhao)
    assert (told.state, told.way, told.level, told.passes) == (
        MediationState.WAITING,
        MediationWay.ADMINISTRATIVE,
        9,
        1,
    )
    assert told.actions == [MediationAct.TAKE, MediationAct.HAND_ON, MediationAct.WITHDRAW]
    assert [one.act for one in told.entries] == [
        MediationAct.REGISTER,
        MediationAct.MEET,
        MediationAct.HAND_ON,
    ]
    assert shown(row).actions == []  # who mediated before keeps its records and does nothing more
    assert seen_of(row, CAST.wu) == (True, 2, 3)
    with pytest.raises(NotTheMediator):
        record_session(CAST.wu, row.pk, Session(MONDAY_10, "调解室", "", "再谈"), at=LATER)
    take_mediation(CAST.zhao, row.pk, mediators="赵强", at=LATER)
    with pytest.raises(PassNowhere):
        hand_on_mediation(
            CAST.zhao, row.pk, to_unit_id=street, way=MediationWay.ADMINISTRATIVE, reason="重复", at=LATER
        )
    fail_mediation(CAST.zhao, row.pk, reason="一方不再参加，告知可以起诉", at=LATER)
    assert watch_of(MEDIATION, row.pk) is None or watch_of(MEDIATION, row.pk).outcome == "fail"  # type: ignore[union-attr]
    with pytest.raises(DisputeOver):
        agree_mediation(CAST.zhao, row.pk, AGREED, at=LATER)


def test_an_agreement_is_confirmed_followed_up_and_ended_when_it_is_kept() -> None:
    row = agreed()
    assert shown(row).confirm_until_on == (MONDAY_10 + timedelta(days=30)).date()
    watch = watch_of(FOLLOW_UP, row.pk)
    assert watch is not None
    assert (watch.owed.unit_id, watch.limit) == (row.unit_id, "15D")
    assert shown(row, at=NEXT_MONTH).is_overdue
    with pytest.raises(ConfirmationWrong):
        confirm_agreement(
            CAST.wu,
            row.pk,
            number="民特1号",
            court="区法院",
            on=(MONDAY_10 - timedelta(days=1)).date(),
            at=LATER,
        )
    confirm_agreement(CAST.wu, row.pk, number="民特1号", court="区法院", on=MONDAY_10.date(), at=LATER)
    assert shown(row).confirm_until_on is None
    follow_up_mediation(
        CAST.wu, row.pk, found=Performance.RUNNING, words="已拆一半", file_ids=[], at=NEXT_MONTH
    )
    assert not shown(row, at=NEXT_MONTH).is_overdue
    follow_up_mediation(
        CAST.wu, row.pk, found=Performance.PERFORMED, words="已完工", file_ids=[], at=NEXT_MONTH
    )
    told = shown(row, at=NEXT_MONTH)
    assert (told.state, told.performance, told.confirmed_no) == (
        MediationState.PERFORMED,
        "performed",
        "民特1号",
    )
    assert told.ended_at == NEXT_MONTH


def test_the_overdue_follow_up_is_told_to_the_mediators() -> None:
    row = agreed()
    sweep_watches(at=NEXT_MONTH)
    with eyes(CAST.machine):
        told = Notice.objects.filter(target=f"joint.mediation:{row.pk}")
        assert CAST.wu.post_id in set(told.values_list("post_id", flat=True))


def test_the_agreement_is_a_word_document_with_what_the_law_asks_for() -> None:
    row = registered()
    with pytest.raises(NothingAgreed):
        write_agreement(CAST.wu, row.pk, at=LATER)
    agree_mediation(CAST.wu, row.pk, AGREED, at=LATER)
    content = write_agreement(CAST.wu, row.pk, at=LATER)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert parts.namelist() == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
        trees = [ElementTree.fromstring(parts.read(name)) for name in parts.namelist()]  # noqa: S314  our own bytes
    words = "\n".join(trees[2].itertext())
    for wanted in (
        "人民调解协议书",
        "申请人：陈大勇",
        "被申请人：刘小梅",
        "13900000012",
        AGREED.facts,
        AGREED.terms,
        AGREED.performing,
        "调解员（签名）：吴芳、老周",
        "2026年11月16日",
        "三十日内共同向人民法院申请司法确认",
    ):
        assert wanted in words
    assert content == write_agreement(CAST.wu, row.pk, at=LATER)
    with pytest.raises(PartiesClosed):
        write_agreement(CAST.sun, row.pk, at=LATER)


def test_what_cannot_be_registered_is_refused() -> None:
    with pytest.raises(PartiesMissing):
        registered(
            parties=[NewParty(PartySide.APPLICANT, "陈大勇", ""), NewParty(PartySide.APPLICANT, "陈小勇", "")]
        )
    with pytest.raises(KindUnknown):
        registered(kind="nothing")
    with pytest.raises(DisputeElsewhere):
        registered(area_code=FOREIGN_GRID)
    row = registered()
    with pytest.raises(SessionAhead):
        record_session(CAST.wu, row.pk, Session(LATER + timedelta(days=1), "调解室", "", "还没有"), at=LATER)


def test_a_dispute_out_of_a_matter_shows_with_it_and_in_the_export() -> None:
    walk = reported()
    row = registered(incident_id=walk.case)
    matter = shown(row).matter
    assert matter is not None
    assert matter.id == walk.case
    wish = MEDIATION_SOURCE.read({"state": "running", "incident_id": str(walk.case), "size": "50"})
    assert MEDIATION_SOURCE.say(wish, Language.ZH).startswith("状态 调解中")
    columns = tuple(one.name for one in MEDIATION_SOURCE.columns)
    taking = Taking(uuid7(), wish, columns, Language.ZH, is_clear=False, at=LATER)
    with eyes(CAST.sun):
        cells = dict(zip(columns, MEDIATION_SOURCE.rows(CAST.sun, taking, cursor=None).rows[0], strict=True))
        assert MEDIATION_SOURCE.count(CAST.sun, taking, most=10) == 1
    assert (cells["title"], cells["way"], cells["level"]) == ("院墙占道纠纷", "人民调解", "村（社区）")
    for bad in ({"state": "gone"}, {"colour": "red"}, {"area_code": "x"}):
        with pytest.raises(WishRefused):
            MEDIATION_SOURCE.read(bad)


def test_a_unit_that_registers_may_send_it_to_another_at_once() -> None:
    row = registered(to_unit_id=URBAN)
    assert shown(row, CAST.qian).state is MediationState.WAITING
    assert seen_of(row, CAST.qian) == (True, 2, 1)
    assert seen_of(row, CAST.wu) == (True, 2, 1)

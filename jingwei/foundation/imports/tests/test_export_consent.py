"""Personal fields in the clear: asked of somebody else, told to both, never decided by oneself."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from jingwei.foundation.access.services import vacate_post
from jingwei.foundation.imports.models import Export
from jingwei.foundation.imports.queries import asker_of, exports_to_decide
from jingwei.foundation.imports.rules.export_refusals import (
    ClearNotForPost,
    ExportStepRefused,
    ExportUnknown,
    NobodyDecides,
    NotByOneself,
    ReasonMissing,
)
from jingwei.foundation.imports.rules.exporting import may_decide
from jingwei.foundation.imports.services.export_keeping import drop_expired_exports
from jingwei.foundation.imports.services.exports import approve_export, refuse_export, stop_export
from jingwei.foundation.imports.tests.export_steps import asked, audited, book, made, read, table, told
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
CLEAR = {"columns": ("code", "head"), "is_clear": True}


def to_decide(actor) -> list[Export]:  # type: ignore[no-untyped-def]
    with eyes(actor):
        return exports_to_decide(actor).rows


def test_masked_columns_need_nobody() -> None:
    ready = made(asked(columns=("code", "head")))
    assert table(ready)[1] == ("U1", "张*")
    only_names = asked(columns=("code",), is_clear=True)
    assert (only_names.state, only_names.is_clear) == ("asked", False)


def test_consent_lets_it_run_and_both_are_told() -> None:
    export = asked(**CLEAR)
    assert export.state == "waiting"
    assert made(export).state == "waiting"
    assert told("imports.export_waits") == [str(CAST.zhao.post_id)]
    approve_export(CAST.zhao, export.id, remark="专项整治需要", at=MONDAY_10)
    assert told("imports.export_decided") == [str(CAST.wu.post_id)]
    ready = made(export)
    assert table(ready)[1] == ("U1", "张三")
    about = [row[1].value for row in book(ready).worksheets[1].iter_rows()]
    assert any("赵强" in str(said) and "专项整治需要" in str(said) for said in about)
    assert audited(export)[:3] == ["ask", "approve", "finish"]


def test_a_refusal_has_a_reason_and_is_final() -> None:
    export = asked(**CLEAR)
    with pytest.raises(ReasonMissing):
        refuse_export(CAST.zhao, export.id, remark="  ", at=MONDAY_10)
    refuse_export(CAST.zhao, export.id, remark="范围过大", at=MONDAY_10)
    refused = read(export.id)
    assert (refused.state, refused.decision_remark, refused.decided_by_name) == (
        "refused",
        "范围过大",
        "赵强",
    )
    assert told("imports.export_decided") == [str(CAST.wu.post_id)]
    with pytest.raises(ExportStepRefused):
        approve_export(CAST.sun, export.id, remark="", at=MONDAY_10)


def test_oneself_and_those_beside_cannot_decide() -> None:
    export = asked(**CLEAR)
    with pytest.raises(NotByOneself):
        approve_export(CAST.wu, export.id, remark="", at=MONDAY_10)
    for stranger in (CAST.mao, CAST.zhou, CAST.tang, CAST.xu):
        with pytest.raises(ExportUnknown):
            approve_export(stranger, export.id, remark="", at=MONDAY_10)
    for other in (CAST.lin, CAST.qian, CAST.gao, CAST.ding):
        with pytest.raises(Forbidden):
            approve_export(other, export.id, remark="", at=MONDAY_10)
    assert read(export.id).state == "waiting"


def test_lists_of_what_waits_say_the_same_as_the_rule() -> None:
    exports = [asked(who, **CLEAR) for who in (CAST.wu, CAST.zhao, CAST.sun, CAST.xu, CAST.tang)]
    for actor in CAST.everybody().values():
        shown = {export.id for export in to_decide(actor)}
        assert shown == {one.id for one in exports if may_decide(actor, asker_of(one))}, actor.name


def test_the_fence_hides_exports_from_everybody_else() -> None:
    export = asked(**CLEAR)
    for actor, is_seen in (
        (CAST.wu, True),
        (CAST.zhao, True),
        (CAST.mao, False),
        (CAST.zhou, False),
        (CAST.li, False),
    ):
        with eyes(actor):
            assert Export.objects.filter(pk=export.id).exists() is is_seen, actor.name
    masked = asked()
    with eyes(CAST.zhao):
        assert not Export.objects.filter(pk=masked.id).exists()
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute("select has_table_privilege(current_user, 'imports_export', 'delete')")
        assert cursor.fetchone() == (False,)


def test_a_unit_head_asks_the_centre_of_the_same_level() -> None:
    export = asked(CAST.xu, **CLEAR)
    assert told("imports.export_waits") == sorted([str(CAST.sun.post_id), str(CAST.guo.post_id)])
    approve_export(CAST.guo, export.id, remark="", at=MONDAY_10)


def test_the_commander_of_the_same_centre_is_asked_first() -> None:
    asked(CAST.sun, **CLEAR)
    assert told("imports.export_waits") == [str(CAST.guo.post_id)]


def test_who_may_not_see_the_clear_text_may_not_take_it() -> None:
    with pytest.raises(ClearNotForPost):
        asked(CAST.guo, **CLEAR)


def test_without_anybody_above_it_is_refused_at_once() -> None:
    with pytest.raises(NobodyDecides):
        asked(CAST.he, **CLEAR)
    for actor in (CAST.zhao, CAST.sun, CAST.guo, CAST.he):
        with eyes(CAST.machine):
            assert actor.post_id
            vacate_post(actor.post_id, by=None, at=MONDAY_10)
    with pytest.raises(NobodyDecides):
        asked(CAST.wu, **CLEAR)


def test_an_unanswered_request_ends_by_itself_and_the_asker_may_withdraw_it() -> None:
    forgotten, withdrawn = asked(**CLEAR), asked(**CLEAR)
    stop_export(CAST.wu, withdrawn.id, at=MONDAY_10)
    assert read(withdrawn.id).state == "stopped"
    drop_expired_exports(at=MONDAY_10 + timedelta(days=8))
    assert read(forgotten.id).state == "expired"
    assert to_decide(CAST.zhao) == []


def test_a_colleague_in_the_same_post_title_does_not_count_as_the_asker() -> None:
    export = asked(**CLEAR)
    successor = replace(CAST.wu, person_id=CAST.mao.person_id)
    with pytest.raises(ExportUnknown), eyes(successor):
        stop_export(successor, export.id, at=MONDAY_10)

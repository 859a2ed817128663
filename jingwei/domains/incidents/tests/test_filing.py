"""One incident one file 一事一档: whole inside, without names outside, recorded when printed, many in one package."""

import io
import zipfile
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Identity
from jingwei.domains.incidents.queries import incident_for
from jingwei.domains.incidents.queries.filing import file_of
from jingwei.domains.incidents.rules.filing import (
    FileForm,
    PurposeNeeded,
    limit_words,
    whole_minutes,
    without_names,
)
from jingwei.domains.incidents.services import assisting
from jingwei.domains.incidents.services.filing import print_incident
from jingwei.domains.incidents.tests.walking import PHONE, Walk, audited, photo, reported
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.documents.contracts import (
    Asked,
    Document,
    Facts,
    Lanes,
    Language,
    Note,
    Pictures,
    Table,
)
from jingwei.foundation.imports.services.export_runs import make_to_end
from jingwei.foundation.imports.services.exports import NewExport, hand_out, request_export
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import NotFound
from tests.cast import CAST, WATER

pytestmark = pytest.mark.django_db
WORDS = "楼下垃圾堆了三天，请打13987654321找吴芳"


def file_for(
    actor: Actor, walk: Walk, *, is_outside: bool = False, language: Language = Language.ZH
) -> Document:
    asked = Asked(language, is_outside, walk.at)
    with eyes(actor):
        return file_of(actor, incident_for(actor, walk.case), asked)


def words_of(document: Document) -> str:
    """Everything that a reader of the document reads."""
    said = [document.title, document.foot, *(f"{a} {b}" for a, b in document.lead)]
    for section in document.sections:
        said.append(section.title)
        for block in section.blocks:
            if isinstance(block, Note):
                said.append(block.words)
            elif isinstance(block, Facts):
                said += [f"{name} {value}" for name, value in block.rows if value]
            elif isinstance(block, Table):
                said += [block.caption, *block.heads, *(cell for row in block.rows for cell in row)]
            elif isinstance(block, Lanes):
                said += [block.says, *block.lanes, *(f"{one.word} {one.at}" for one in block.marks)]
            elif isinstance(block, Pictures):
                said += [one.caption for one in block.pictures]
    return "\n".join(said)


def blocks(document: Document, key: str, kind: type) -> list[Any]:
    section = next(one for one in document.sections if one.key == key)
    return [one for one in section.blocks if isinstance(one, kind)]


def whole_life() -> Walk:
    walk = reported(words=WORDS, reporter_name="李梅").accepted().dispatched()
    services.note_incident(CAST.wu, walk.case, remark="内部：此人多次反映", at=walk.later())
    walk.taken()
    assisting.ask_assist(CAST.wu, walk.case, unit_id=WATER, limit="4h", remark="请关阀", at=walk.later())
    assisting.excuse_assist(CAST.wu, walk.case, unit_id=WATER, remark="不用了", at=walk.later())
    return walk.handled().passed().closed().rated()


def test_the_file_inside_tells_the_whole_life() -> None:
    walk = whole_life()
    document = file_for(CAST.wu, walk)
    assert [one.key for one in document.sections][:5] == ["basics", "course", "evidence", "time", "hands"]
    (steps,) = blocks(document, "course", Table)
    assert len(steps.rows) == len(walk.steps)
    (drawn,) = blocks(document, "course", Lanes)
    assert len(drawn.marks) == len(walk.steps)
    said = words_of(document)
    for word in ("内部：此人多次反映", "钱", "吴芳", "请关阀", "5星，已解决", "已免除", "138****2345"):
        assert word in said, word
    assert PHONE not in said
    assert "13987654321" not in said  # what people write into their words leaves the house masked


def test_the_printed_ledger_adds_up() -> None:
    document = file_for(CAST.wu, whole_life())
    ledger = next(one for one in blocks(document, "time", Table) if len(one.heads) == 6)
    *parts, total = ledger.rows
    assert total[0] == "合计"
    assert [before[3] for before in parts[:-1]] == [after[2] for after in parts[1:]]
    assert sum(_minutes(row[4]) for row in parts) == _minutes(total[4]) > 60


def _minutes(said: str) -> int:
    found = 0
    for unit, minutes in (("天", 1440), ("小时", 60), ("分", 1)):
        number, is_there, rest = said.partition(unit)
        if is_there:
            found, said = found + int(number) * minutes, rest
    return found


def test_people_outside_read_no_names_no_numbers_and_nothing_internal() -> None:
    walk = whole_life()
    said = words_of(file_for(CAST.wu, walk, is_outside=True))
    hidden = ("吴芳", "李梅", "李*", "138****", "13987654321", "此人多次反映", "请关阀", "岗", "坐席")
    assert [word for word in hidden if word in said] == []
    assert "垃圾堆了三天" in said
    assert "已清运并冲洗" in said


def test_whoever_reported_reads_the_form_for_people_outside_whatever_they_ask_for() -> None:
    walk = whole_life()
    document = print_incident(
        CAST.li, walk.case, form=FileForm.INSIDE, purpose="", language=Language.ZH, at=walk.at
    )
    said = words_of(document)
    assert "对外脱敏版" in said
    assert "吴芳" not in said
    with pytest.raises(NotFound):
        print_incident(
            CAST.zhou, walk.case, form=FileForm.OUTSIDE, purpose="想看看", language=Language.ZH, at=walk.at
        )


def test_printing_inside_says_what_for_and_is_recorded() -> None:
    walk = reported()

    def printed(form: FileForm, purpose: str) -> Document:
        return print_incident(
            CAST.wu, walk.case, form=form, purpose=purpose, language=Language.ZH, at=walk.at
        )

    with pytest.raises(PurposeNeeded):
        printed(FileForm.INSIDE, " 会 ")
    before = len(audited(walk.case))
    document = printed(FileForm.INSIDE, "报送街道例会")
    assert all(word in document.foot for word in ("吴芳", "报送街道例会", "2026-11-16 10:00"))
    printed(FileForm.OUTSIDE, "")
    fresh = audited(walk.case)[before:]
    told = [(name, change["action"], change["form"], change["purpose"]) for _, name, change in fresh]
    assert told == [
        ("吴芳", "print_file", "inside", "报送街道例会"),
        ("吴芳", "print_file", "outside", ""),
    ]


def test_who_asked_for_secrecy_is_not_in_the_file_at_all() -> None:
    walk = reported(identity=Identity.CONFIDENTIAL, reporter_name="李梅")
    said = words_of(file_for(CAST.wu, walk))
    assert "反映人 保密" in said
    assert [word for word in ("李*", "138****") if word in said] == []


def test_only_the_centre_in_charge_reads_even_the_mask() -> None:
    walk = reported(reporter_name="李梅")
    assert "138****2345" in words_of(file_for(CAST.wu, walk))
    assert "138****2345" not in words_of(file_for(CAST.zhao, walk))


def test_held_photos_stay_inside() -> None:
    free = photo(CAST.li, has_thumbnails=True, publish_blocked=False)
    held = photo(CAST.li, has_thumbnails=True, publish_blocked=True)
    walk = reported(file_ids=(free, held))

    def shown(*, is_outside: bool) -> set[UUID]:
        pictures = blocks(file_for(CAST.wu, walk, is_outside=is_outside), "evidence", Pictures)
        return {one.file_id for block in pictures for one in block.pictures}

    assert shown(is_outside=False) == {free, held}
    assert shown(is_outside=True) == {free}


def test_many_are_packed_as_they_were_asked_for_and_each_is_recorded() -> None:
    walks = [reported(), reported()]
    asked = NewExport(
        source_key="incident_files_outside",
        wish={},
        columns=("basics", "course"),
        is_clear=False,
        purpose="报送街道例会",
    )
    at = walks[0].at + timedelta(hours=1)
    export = request_export(CAST.wu, asked, at=at)
    make_to_end(export.id, now=lambda: at)
    out = hand_out(CAST.wu, export.id, at=at)
    assert (out.media_type, out.name.endswith(".zip")) == ("application/zip", True)
    with zipfile.ZipFile(io.BytesIO(b"".join(out.pieces()))) as package:
        names = {name for name in package.namelist() if name.endswith(".pdf")}
        assert names == {f"{walk.receipt.receipt_no}-一事一档-对外脱敏版.pdf" for walk in walks}
        assert all(package.read(name).startswith(b"%PDF-") for name in names)
    for walk in walks:
        _, name, change = audited(walk.case)[-1]
        assert (name, change["action"], change["export"]) == ("吴芳", "print_file", str(export.id))


def test_printed_minutes_add_up_whatever_the_seconds_are() -> None:
    assert whole_minutes([50, 50, 50, 30]) == [0, 1, 1, 1]
    assert sum(whole_minutes([59] * 60)) == 59


def test_names_are_hidden_as_a_whole_and_limits_are_said_in_words() -> None:
    assert without_names("找吴芳芳或吴芳，王", ["吴芳", "吴芳芳", "王"]) == "找＊＊或＊＊，王"
    assert limit_words("4h") == ("4个工作小时", "4 working hours")
    assert limit_words("随意") == ("随意", "随意")

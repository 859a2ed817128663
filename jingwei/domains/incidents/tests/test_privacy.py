"""Who reported: encrypted at rest, absent where anonymous, opened only on record."""

import logging

import pytest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Identity
from jingwei.domains.incidents.rules.personal import REPORTER_PHONE
from jingwei.domains.incidents.rules.refusals import NoReporterPhone, PhotoNamesYou, ReporterProtected
from jingwei.domains.incidents.tests.walking import PHONE, Walk, can_see, photo, reported, rows, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.queries import looks_at
from jingwei.foundation.privacy.services import index_of
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, URBAN

pytestmark = pytest.mark.django_db

EVERY_COLUMN = """
select c.table_name, c.column_name, c.data_type from information_schema.columns c
  join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
 where c.table_schema = 'public' and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea', 'uuid')
   and (c.table_name ~ '^(incidents|audit|privacy|procrastinate|files|notices)_')
"""


def found_in_store(text: str) -> list[tuple[str, str]]:
    """Every table and column whose stored bytes hold a text in the clear."""
    found = []
    for table, column, kind in rows(EVERY_COLUMN):
        as_text = f"encode(\"{column}\", 'escape')" if kind == "bytea" else f'"{column}"::text'
        if rows(f'select 1 from "{table}" where position(%s in {as_text}) > 0 limit 1', text):
            found.append((table, column))
    return found


def revealed(walk: Walk, by: Actor, purpose: Purpose = Purpose.CONTACT_REPORTER) -> str:
    return services.reveal_reporter(by, walk.case, purpose=purpose, remark="核实位置", at=walk.later())


def test_the_search_finds_what_is_in_the_clear() -> None:
    walk = reported(words="垃圾堆在东门")
    assert ("incidents_incident", "words") in found_in_store("垃圾堆在东门")
    assert ("audit_entry", "target") in found_in_store(str(walk.case))
    assert ("incidents_incident", "reporter_id") in found_in_store(str(CAST.li.person_id))


def test_the_phone_is_nowhere_in_the_clear(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    walk = reported(reporter_name="李梅梅")
    walk.accepted().dispatched().taken().handled().passed().closed().rated()
    revealed(walk, CAST.wu)
    for secret in (PHONE, PHONE[-8:], "李梅梅"):
        assert found_in_store(secret) == []
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("jingwei")]
    assert not any(PHONE in line or "李梅" in line for line in ours)


def test_the_phone_is_found_again_by_its_blind_index_alone() -> None:
    walk = reported()
    row = walk.row
    assert bytes(row.reporter_phone_index) == index_of(REPORTER_PHONE, "138-7371-2345")
    assert PHONE.encode() not in bytes(row.reporter_phone_sealed)
    assert bytes(reported().row.reporter_phone_sealed) != bytes(row.reporter_phone_sealed)


def test_what_recognises_a_repeated_submission_cannot_be_guessed_back() -> None:
    """A plain digest over known words and a phone number would give the number away to whoever copies the table."""
    import hashlib
    import json

    walk = reported()
    row = walk.row
    plain = {
        hashlib.sha256(json.dumps(x, ensure_ascii=False).encode()).digest() for x in ([PHONE], [row.words])
    }
    assert bytes(row.fingerprint) not in plain
    assert len(bytes(row.fingerprint)) == 32


def test_a_residents_name_never_stands_in_course_or_audit() -> None:
    walk = reported(identity=Identity.CONFIDENTIAL)
    services.edit_report(CAST.li, walk.case, words="补充：在东门", address=None, at=walk.later())
    walk.accepted().dispatched().taken().handled().passed().closed().rated()
    assert found_in_store("李梅") == []
    assert {step.actor_name for step in walk.steps if step.person_id == CAST.li.person_id} == {"反映人"}


@pytest.mark.parametrize("by", [CAST.li, CAST.public], ids=["signed in", "not signed in"])
def test_an_anonymous_report_stores_nobody(by: Actor) -> None:
    walk = reported(by, identity=Identity.ANONYMOUS, reporter_name="李梅梅", reporter_phone=PHONE)
    row = walk.row
    assert (row.reporter_id, row.reporter_name_sealed, row.reporter_phone_sealed) == (None, None, None)
    assert (row.reporter_phone_index, row.reporter_phone_tail) == (None, None)
    for trace in (PHONE, "李梅", str(CAST.li.person_id)):
        assert found_in_store(trace) == []


def test_photos_uploaded_under_ones_name_are_refused_in_an_anonymous_report() -> None:
    with pytest.raises(PhotoNamesYou, match="先退出登录"):
        reported(CAST.li, identity=Identity.ANONYMOUS, file_ids=(photo(CAST.li),))
    file_id = photo(CAST.public)
    walk = reported(CAST.li, identity=Identity.ANONYMOUS, file_ids=(file_id,))
    assert rows("select claimed_for from files_file where id = %s", file_id) == [(walk.case,)]
    again = reported(CAST.li, identity=Identity.ANONYMOUS, file_ids=(file_id,), incident_id=walk.case)
    assert again.receipt == walk.receipt


def test_an_anonymous_reporter_follows_it_by_code_only() -> None:
    walk = reported(CAST.li, identity=Identity.ANONYMOUS)
    assert not can_see(CAST.li, walk.case)
    assert can_see(services.proved_reporter(CAST.li, walk.receipt.tracking_code)[0], walk.case)


def test_the_same_anonymous_submission_is_one_report_whoever_sends_it() -> None:
    """Who sent it is not part of what is recognised: nothing stored may tell two senders apart."""
    first = reported(CAST.li, identity=Identity.ANONYMOUS)
    again = reported(CAST.public, identity=Identity.ANONYMOUS, incident_id=first.case)
    assert again.receipt == first.receipt


def test_a_look_at_the_phone_is_recorded_and_the_reporter_sees_it() -> None:
    walk = reported()
    assert revealed(walk, CAST.wu) == PHONE
    target = f"incidents.incident:{walk.case}"
    with eyes(CAST.li):
        (look,) = looks_at(target)
    assert (look.viewer_name, look.purpose, look.field, look.at) == (
        "吴芳",
        "contact_reporter",
        "incidents.reporter_phone",
        walk.at,
    )
    with eyes(CAST.wang):
        assert looks_at(target) == []
    assert len(rows("select 1 from audit_entry where permission = 'reveal_personal'")) == 1


def test_a_look_changes_nothing_of_the_course() -> None:
    walk = reported()
    revealed(walk, CAST.wu)
    assert (walk.row.version, len(walk.steps)) == (1, 1)


def test_the_handling_unit_reaches_a_named_reporter_and_not_a_confidential_one() -> None:
    named = reported().accepted().dispatched()
    assert revealed(named, CAST.qian) == PHONE
    protected = reported(identity=Identity.CONFIDENTIAL).accepted().dispatched()
    with pytest.raises(ReporterProtected, match="通过受理中心转达"):
        revealed(protected, CAST.qian)
    assert revealed(protected, CAST.wu) == PHONE
    assert len(rows("select 1 from privacy_reveal")) == 2


def test_a_unit_that_gave_the_task_back_reaches_nobody() -> None:
    walk = reported().accepted().dispatched()
    services.return_task(CAST.qian, walk.case, remark="属于环卫职责", at=walk.later())
    with pytest.raises(ReporterProtected):
        revealed(walk, CAST.qian)


def test_neither_centres_above_nor_the_party_reported_reach_the_reporter() -> None:
    walk = reported()
    with pytest.raises(ReporterProtected):
        revealed(walk, CAST.zhao)
    about = reported(about_unit_id=URBAN)
    with pytest.raises(NotFound):
        revealed(about, CAST.qian)
    for without in (CAST.lin, CAST.gao, CAST.cao, CAST.li):
        with pytest.raises(Forbidden):
            revealed(walk, without)
    assert rows("select 1 from privacy_reveal") == []


def test_where_no_phone_was_left_there_is_none_to_reveal() -> None:
    with pytest.raises(NoReporterPhone):
        revealed(reported(reporter_phone=""), CAST.wu)
    with pytest.raises(NoReporterPhone):
        revealed(reported(identity=Identity.ANONYMOUS), CAST.wu)


def test_the_phone_of_a_tip_is_reached_by_its_post_alone() -> None:
    walk = tipped(identity=Identity.CONFIDENTIAL)
    assert revealed(walk, CAST.sun) == PHONE
    with pytest.raises(Forbidden):
        revealed(walk, CAST.guo)
    with pytest.raises(NotFound):
        revealed(walk, CAST.he)


def test_who_reported_without_an_account_sees_who_looked_by_tracking_code() -> None:
    mine, another = reported(by=CAST.public), reported(by=CAST.public)
    revealed(mine, CAST.wu)
    for walk, seen in ((mine, [CAST.wu.name]), (another, [])):
        reporter, case = services.proved_reporter(CAST.public, walk.receipt.tracking_code)
        with eyes(reporter):
            assert [look.viewer_name for look in looks_at(f"incidents.incident:{case}")] == seen
            assert looks_at(f"incidents.incident:{mine.case}") == [] or walk is mine

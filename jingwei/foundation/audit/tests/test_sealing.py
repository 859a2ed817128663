"""Sealing: nothing slips under a seal, nobody who writes waits, and every touch afterwards is named."""

import io
import json
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.core.management import call_command
from django.db import ProgrammingError, connection

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.audit import services
from jingwei.foundation.audit.contracts import Fault
from jingwei.foundation.audit.queries import anchors_file, latest_check, latest_seal, verify
from jingwei.foundation.audit.services import APPEND, entry_values, seal_entries
from jingwei.foundation.audit.tests.acting import LATER, act, append_on, faults, horizon, seal_now, server
from jingwei.foundation.scoping import eyes
from tests.cast import CAST


def test_an_untouched_audit_is_intact_over_many_seals() -> None:
    act("a:1", "a:2")
    assert seal_now() == 2
    act("a:3")
    assert seal_now() == 1
    assert seal_now() == 0
    act("a:4")
    result = verify(at=LATER)
    assert result.is_intact
    assert (result.seal_count, result.entry_count, result.unsealed_count) == (2, 3, 1)


def test_a_seal_holds_whole_transactions_however_small_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "ENTRIES_PER_SEAL", 2)
    with eyes(CAST.machine):
        for n in range(3):
            services.append(CAST.wu, Permission.READ_INCIDENT, f"a:{n}", CAST.wu.area_code, {})
    act("a:3", "a:4")
    assert seal_now() == 5
    assert verify(at=LATER).seal_count == 2
    assert faults() == []


def test_an_entry_that_commits_late_is_not_passed_over(own_city: str) -> None:
    with server(own_city) as slow, server(own_city) as fast:
        first = append_on(slow, "a:slow")
        second = append_on(fast, "a:fast")
        fast.commit()
        assert first < second
        with slow.cursor() as cursor:
            cursor.execute("select jw_xact()")
            running = cursor.fetchone()[0]

        seal_entries(at=LATER)  # the true horizon: the slow transaction holds it back

        sealed = latest_seal()
        assert sealed is None or sealed.to_xact <= running
        slow.commit()
    seal_now()
    result = verify(at=LATER)
    assert result.is_intact
    assert result.entry_count == 2


def test_writers_do_not_wait_for_each_other_nor_for_a_sealer(own_city: str) -> None:
    with server(own_city) as one, server(own_city) as two, server(own_city) as sealer:
        for writer in (one, two):
            writer.execute("set lock_timeout = '500ms'")
        sealer.execute(services.SEALERS_LOCK)
        append_on(one, "a:1")
        append_on(two, "a:2")
        append_on(one, "a:3")
        two.commit()
        one.commit()


def test_two_sealers_wait_for_each_other(own_city: str) -> None:
    with server(own_city) as one, server(own_city) as two:
        one.execute(services.SEALERS_LOCK)
        two.execute("set lock_timeout = '100ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            two.execute(services.SEALERS_LOCK)


def test_many_sealers_at_once_make_one_chain() -> None:
    act(*(f"a:{n}" for n in range(40)))
    below = horizon()

    def seal_apart(_: int) -> int:
        try:
            return seal_entries(at=LATER, below=below)
        finally:
            connection.close()

    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(4) as pool:
        patch.setattr(services, "ENTRIES_PER_SEAL", 3)
        assert sum(pool.map(seal_apart, range(4))) == 40
    result = verify(at=LATER)
    assert result.is_intact
    assert (result.seal_count, result.entry_count) == (14, 40)


def test_a_changed_entry_is_named(owner: psycopg.Connection) -> None:
    _first, second, _third = act("a:1", "a:2", "a:3")
    seal_now()
    owner.execute("update audit_entry set change = '{\"n\": [2]}' where id = %s", [second])
    assert faults() == [(Fault.ENTRY_CHANGED, second)]


@pytest.mark.parametrize(
    "column", ["at", "person_id", "actor_name", "role", "permission", "target", "area_code"]
)
def test_every_column_is_under_the_seal(owner: psycopg.Connection, column: str) -> None:
    (entry,) = act("a:1")
    seal_now()
    changed = {"at": "at + interval '1 microsecond'", "person_id": "null"}.get(column, f"{column} || 'x'")
    owner.execute(f"update audit_entry set {column} = {changed}")
    assert faults() == [(Fault.ENTRY_CHANGED, entry)]


def test_a_deleted_entry_is_named(owner: psycopg.Connection) -> None:
    _first, second, _third = act("a:1", "a:2", "a:3")
    seal_now()
    owner.execute("delete from audit_entry where id = %s", [second])
    assert faults() == [(Fault.ENTRY_DELETED, second)]


def test_an_entry_put_between_is_named(owner: psycopg.Connection) -> None:
    first, _second = act("a:1", "a:2")
    seal_now()
    columns = "at, person_id, actor_name, role, permission, target, area_code, change"
    inserted = owner.execute(
        f"insert into audit_entry (xact, {columns}) select xact, {columns} from audit_entry where id = %s returning id",
        [first],
    ).fetchone()[0]
    assert faults() == [(Fault.ENTRY_INSERTED, inserted)]


def test_two_swapped_entries_are_both_named(owner: psycopg.Connection) -> None:
    first, second = act("a:1", "a:2")
    seal_now()
    owner.execute("update audit_entry set id = 1000000 where id = %s", [first])
    owner.execute("update audit_entry set id = %s where id = %s", [first, second])
    owner.execute("update audit_entry set id = %s where id = 1000000", [second])
    assert sorted(entry for fault, entry in faults()) == [first, second]
    assert {fault for fault, _ in faults()} == {Fault.ENTRY_CHANGED}


def test_an_entry_moved_behind_the_last_seal_is_named(owner: psycopg.Connection) -> None:
    _first, second = act("a:1", "a:2")
    seal_now()
    owner.execute("update audit_entry set xact = %s where id = %s", [2**60, second])
    assert (Fault.ENTRY_DELETED, second) in faults()
    assert (Fault.ENTRY_FROM_FUTURE, second) in faults()


def test_a_changed_seal_is_named(owner: psycopg.Connection) -> None:
    act("a:1")
    seal_now()
    act("a:2")
    seal_now()
    owner.execute("update audit_seal set sealed_at = sealed_at + interval '1 second' where number = 1")
    assert [(f.fault, f.seal_number) for f in verify(at=LATER).findings] == [(Fault.SEAL_CHANGED, 1)]


def test_a_seal_that_was_taken_out_is_named(owner: psycopg.Connection) -> None:
    for target in ("a:1", "a:2", "a:3"):
        act(target)
        seal_now()
    owner.execute("delete from audit_seal where number = 2")
    found = [(f.fault, f.seal_number) for f in verify(at=LATER).findings]
    assert (Fault.SEAL_DELETED, 2) in found


def test_forging_entry_and_seal_together_needs_the_key(owner: psycopg.Connection, settings: object) -> None:
    act("a:1")
    seal_now()
    owner.execute("update audit_entry set target = 'a:9'")
    owner.execute("delete from audit_seal")
    right_key = settings.AUDIT_KEY  # type: ignore[attr-defined]
    settings.AUDIT_KEY = b"k" * 32  # type: ignore[attr-defined]
    seal_now()
    settings.AUDIT_KEY = right_key  # type: ignore[attr-defined]
    assert {f.fault for f in verify(at=LATER).findings} == {Fault.OTHER_KEY, Fault.ANCHOR_DIFFERS}


def test_an_end_cut_off_with_its_seals_is_found_by_the_anchors(owner: psycopg.Connection) -> None:
    act("a:1")
    seal_now()
    (last,) = act("a:2")
    seal_now()
    owner.execute("delete from audit_entry where id = %s", [last])
    owner.execute("delete from audit_seal where number = 2")
    assert [(f.fault, f.seal_number) for f in verify(at=LATER).findings] == [(Fault.ANCHOR_DIFFERS, 2)]


def test_anchors_missed_by_a_crash_are_written_with_the_next_seal() -> None:
    act("a:1")
    seal_now()
    anchors_file().unlink()
    act("a:2")
    seal_now()
    assert [json.loads(line)["seal"] for line in anchors_file().read_text().splitlines()] == [1, 2]


def test_a_recorded_restore_is_no_fault_and_later_entries_can_be_sealed(owner: psycopg.Connection) -> None:
    act("a:1")
    seal_now()
    act("a:2")
    seal_now()
    owner.execute("delete from audit_entry where target = 'a:2'")
    owner.execute("delete from audit_seal where number = 2")
    # A dump loaded into a new cluster: what was sealed lies far above the transactions counted from now on.
    owner.execute("delete from audit_seal")
    owner.execute("update audit_entry set xact = xact + 1000000000")
    anchors_file().unlink()
    seal_entries(at=LATER, below=horizon() + 1_000_000_000)
    assert Fault.ENTRY_FROM_FUTURE in {fault for fault, _ in faults()}

    assert services.record_restore("机房搬迁，经办人丁宁", at=LATER) == 1
    act("a:3")

    assert faults() == []
    assert seal_entries(at=LATER, below=horizon() + 1_000_000_001) == 2
    assert faults() == []


def test_a_restore_needs_a_reason() -> None:
    with pytest.raises(services.ReasonMissing):
        services.record_restore("  ", at=LATER)


@pytest.mark.parametrize("table", ["audit_entry", "audit_seal", "audit_check", "audit_era", "privacy_reveal"])
@pytest.mark.parametrize("verb", ["update {} set id = id", "delete from {}", "truncate {}"])
def test_who_serves_cannot_change_what_was_recorded(table: str, verb: str) -> None:
    statement = (
        verb.format(table).replace("id = id", "number = number")
        if table == "audit_seal"
        else verb.format(table)
    )
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        eyes(CAST.machine),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_who_serves_cannot_date_an_entry_back(own_city: str) -> None:
    act("a:1")
    seal_now()
    forged = APPEND.replace("jw_xact()", "1")
    with server(own_city) as other, pytest.raises(psycopg.errors.InsufficientPrivilege):
        other.execute(forged, entry_values(CAST.wu, Permission.READ_INCIDENT, "a:1", "4309", {}))


def test_the_command_reports_and_ends_with_status_1(owner: psycopg.Connection) -> None:
    (entry,) = act("a:1")
    seal_now()
    said = io.StringIO()
    call_command("audit", "verify", stdout=said)
    assert "审计完整" in said.getvalue()

    owner.execute("update audit_entry set target = 'a:9'")
    said = io.StringIO()
    with pytest.raises(SystemExit) as left:
        call_command("audit", "verify", stdout=said)
    assert left.value.code == 1
    assert f"审计记录 {entry} 在封存后被改动（封条 1）" in said.getvalue()
    kept = latest_check()
    assert kept is not None
    assert [f.entry_id for f in kept.findings] == [entry]
    with pytest.raises(services.AuditTouched):
        services.require_intact(kept)

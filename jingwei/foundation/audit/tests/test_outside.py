"""What stands outside the database: anchors and witnesses find what the chain alone cannot."""

import base64
import json
from collections.abc import Iterator
from datetime import UTC, datetime

import psycopg
import pytest

from jingwei.foundation.audit import services
from jingwei.foundation.audit.contracts import Fault, ProofRefused
from jingwei.foundation.audit.queries import (
    anchors_file,
    plug_witnesses,
    proofs_file,
    verify,
    witness_states,
    witnesses,
)
from jingwei.foundation.audit.tests.acting import LATER, act, seal_now, whole_faults
from jingwei.kernel.sockets import OutsideDown

SEEN_AT = datetime(2026, 11, 17, 2, 7, tzinfo=UTC)


class Notary:
    """A witness whose proof is the statement turned round: good enough to be wrong in every way."""

    name = "notary"
    is_down = False

    def attest(self, statement: bytes) -> bytes:
        if self.is_down:
            raise OutsideDown(reason="timeout")
        return statement[::-1]

    def attested_at(self, statement: bytes, proof: bytes) -> datetime:
        if proof != statement[::-1]:
            raise ProofRefused(reason="not mine")
        return SEEN_AT


@pytest.fixture
def notary() -> Iterator[Notary]:
    usual, one = witnesses(), Notary()
    plug_witnesses([one])
    yield one
    plug_witnesses(usual)


def sealed(*targets: str) -> None:
    for target in targets:
        act(target)
        seal_now()


def lines() -> list[str]:
    return anchors_file().read_text().splitlines(keepends=True)


def test_two_swapped_seals_are_found(owner: psycopg.Connection) -> None:
    sealed("a:1", "a:2", "a:3")
    owner.execute("update audit_seal set number = 1000 where number = 1")
    owner.execute("update audit_seal set number = 1 where number = 2")
    owner.execute("update audit_seal set number = 2 where number = 1000")
    found = whole_faults()
    assert (Fault.SEAL_CHANGED, 1) in found
    assert (Fault.SEAL_CHANGED, 2) in found
    assert (Fault.ANCHOR_DIFFERS, 1) in found


def test_entries_put_into_another_order_are_both_named(owner: psycopg.Connection) -> None:
    first, second = act("a:1", "a:2")
    seal_now()
    swap = "update audit_entry a set at = b.at, xact = b.xact from audit_entry b where a.id + b.id = %s and a.id <> b.id"
    owner.execute(swap, [first + second])
    found = {(finding.fault, finding.entry_id) for finding in verify(at=LATER).findings}
    assert found == {(Fault.ENTRY_CHANGED, first), (Fault.ENTRY_CHANGED, second)}


def test_an_anchor_taken_out_is_found() -> None:
    sealed("a:1", "a:2", "a:3")
    anchors_file().write_text("".join(lines()[:1] + lines()[2:]))
    assert whole_faults() == [(Fault.ANCHOR_DELETED, 2)]


def test_an_anchor_that_cannot_be_read_is_told_and_hides_nothing() -> None:
    sealed("a:1", "a:2", "a:3")
    first, second, third = lines()
    anchors_file().write_text(first + second[:20] + "\n" + third)
    assert whole_faults() == [(Fault.ANCHOR_BROKEN, 1), (Fault.ANCHOR_DELETED, 2)]


def test_a_line_that_a_crash_left_half_is_written_again() -> None:
    sealed("a:1", "a:2")
    anchors_file().write_text("".join(lines())[:-30])
    sealed("a:3")
    assert [json.loads(line)["seal"] for line in lines()] == [1, 2, 3]
    assert whole_faults() == []


def test_a_witness_sees_the_end_of_the_chain_once(notary: Notary) -> None:
    sealed("a:1", "a:2")
    assert services.call_witnesses(at=LATER) == 1
    assert services.call_witnesses(at=LATER) == 0
    sealed("a:3")
    assert services.call_witnesses(at=LATER) == 1
    result = verify(at=LATER)
    assert result.is_intact
    assert (result.anchor_count, result.witness_count) == (3, 2)
    (state,) = witness_states()
    assert (state.name, state.last_seal, state.last_at, state.proofs) == ("notary", 3, SEEN_AT, 2)


def test_nothing_is_witnessed_where_nothing_is_sealed(notary: Notary) -> None:
    assert services.call_witnesses(at=LATER) == 0
    assert witness_states()[0].last_seal is None


def test_a_witness_that_is_down_is_asked_again(notary: Notary) -> None:
    sealed("a:1")
    notary.is_down = True
    assert services.call_witnesses(at=LATER) == 0
    assert not proofs_file().exists()
    notary.is_down = False
    assert services.call_witnesses(at=LATER) == 1


def test_database_and_anchors_made_anew_with_the_key_do_not_fit_the_witness(
    notary: Notary, owner: psycopg.Connection
) -> None:
    """Somebody has the key, the database and the anchors file, and writes the past anew."""
    sealed("a:1", "a:2")
    services.call_witnesses(at=LATER)
    owner.execute("update audit_entry set target = 'a:9' where target = 'a:1'")
    owner.execute("delete from audit_seal")
    anchors_file().unlink()
    seal_now()
    sealed("a:3")
    assert whole_faults() == [(Fault.WITNESS_DIFFERS, 2)]


def test_a_proof_that_was_touched_is_void(notary: Notary) -> None:
    sealed("a:1")
    services.call_witnesses(at=LATER)
    words = json.loads(proofs_file().read_text())
    words["proof"] = base64.b64encode(b"x" + base64.b64decode(words["proof"])[1:]).decode()
    proofs_file().write_text(json.dumps(words) + "\n")
    assert whole_faults() == [(Fault.WITNESS_BROKEN, 1)]
    proofs_file().write_text("nonsense\n")
    assert Fault.WITNESS_BROKEN not in {fault for fault, seal in whole_faults() if seal}
    assert (Fault.WITNESS_BROKEN, 0) in whole_faults()


def test_a_recorded_restore_lets_later_proofs_lapse(notary: Notary, owner: psycopg.Connection) -> None:
    sealed("a:1", "a:2")
    services.call_witnesses(at=LATER)
    owner.execute("delete from audit_entry where target = 'a:2'")
    owner.execute("delete from audit_seal where number = 2")
    assert (Fault.WITNESS_DIFFERS, 2) in whole_faults()
    services.record_restore("恢复昨晚的备份，经办人丁宁", at=LATER)
    sealed("a:3")
    services.call_witnesses(at=LATER)
    assert whole_faults() == []

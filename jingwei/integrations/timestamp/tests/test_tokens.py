"""Tokens are believed for what they prove, and for nothing else."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_pem_x509_certificate
from cryptography.x509.oid import ExtendedKeyUsageOID

from jingwei.foundation.audit.contracts import ProofRefused
from jingwei.integrations.timestamp.client import TimestampWitness
from jingwei.integrations.timestamp.fake import FakeTsa
from jingwei.integrations.timestamp.mapping import stamped_at
from jingwei.kernel.sockets import Answered, OutsideDown

STATEMENT = b"jingwei audit seal 7 " + b"ab" * 32
NOON = datetime(2026, 11, 16, 4, 0, tzinfo=UTC)
RECORDED = Path(__file__).parent / "recorded"


def witness_of(tsa: FakeTsa) -> TimestampWitness:
    return TimestampWitness("https://tsa.example.cn/", [tsa.root], tsa)


def test_a_token_proves_when_the_statement_was_seen() -> None:
    witness = witness_of(FakeTsa(clock=lambda: NOON))
    token = witness.attest(STATEMENT)
    assert witness.attested_at(STATEMENT, token) == NOON
    assert STATEMENT not in token


def test_a_token_is_about_one_statement() -> None:
    witness = witness_of(FakeTsa())
    token = witness.attest(STATEMENT)
    with pytest.raises(ProofRefused, match="Mismatch"):
        witness.attested_at(STATEMENT.replace(b"7", b"8"), token)


def test_no_byte_of_a_token_can_be_changed_unnoticed() -> None:
    """Outside the signature stands the response's own frame; a change there leaves the token unreadable or the same."""
    witness = witness_of(FakeTsa(clock=lambda: NOON))
    token = witness.attest(STATEMENT)
    refused = 0
    for place in range(0, len(token), 3):
        changed = token[:place] + bytes([token[place] ^ 0x01]) + token[place + 1 :]
        try:
            assert witness.attested_at(STATEMENT, changed) == NOON
        except ProofRefused:
            refused += 1
    assert refused > len(token) / 3 * 0.8


@pytest.mark.parametrize("junk", [b"", b"{}", b"\x30\x80", b"0" * 5000])
def test_what_is_no_token_is_refused(junk: bytes) -> None:
    with pytest.raises(ProofRefused):
        witness_of(FakeTsa()).attested_at(STATEMENT, junk)


def test_another_authority_is_not_trusted_although_it_brings_its_certificates() -> None:
    token = witness_of(stranger := FakeTsa(seed=b"somebody else")).attest(STATEMENT)
    assert stranger.root.subject == FakeTsa().root.subject
    with pytest.raises(ProofRefused):
        witness_of(FakeTsa()).attested_at(STATEMENT, token)


def test_a_certificate_for_something_else_stamps_nothing() -> None:
    with pytest.raises(OutsideDown):
        witness_of(FakeTsa(usage=ExtendedKeyUsageOID.SERVER_AUTH)).attest(STATEMENT)


@pytest.mark.parametrize(
    "bad", [{"refuses": True}, {"is_down": True}, {"answers_for": b"other"}, {"forgets_nonce": True}]
)
def test_a_bad_answer_is_no_proof(bad: dict[str, object]) -> None:
    with pytest.raises(OutsideDown):
        witness_of(FakeTsa(**bad)).attest(STATEMENT)  # type: ignore[arg-type]


def test_an_old_answer_is_not_taken_for_a_new_one() -> None:
    tsa = FakeTsa()
    old = witness_of(tsa).attest(STATEMENT)
    replaying = replace(witness_of(tsa), call=lambda asked: Answered(200, old))
    with pytest.raises(OutsideDown, match="Nonce"):
        replaying.attest(STATEMENT)


def test_a_token_made_by_another_implementation_is_read() -> None:
    """Recorded from ``openssl ts`` with RSA and an intermediate-free chain."""
    root = load_pem_x509_certificate((RECORDED / "root.pem").read_bytes())
    token = (RECORDED / "seal.tsr").read_bytes()
    assert stamped_at(token, STATEMENT, [root]).year == 2026


def test_another_implementation_reads_our_fake(tmp_path: Path) -> None:
    tsa = FakeTsa()
    for name, content in (
        ("token", witness_of(tsa).attest(STATEMENT)),
        ("data", STATEMENT),
        ("root", tsa.root.public_bytes(Encoding.PEM)),
    ):
        (tmp_path / name).write_bytes(content)
    said = subprocess.run(
        ["openssl", "ts", "-verify", "-in", "token", "-data", "data", "-CAfile", "root"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert "Verification: OK" in said.stdout, said.stderr

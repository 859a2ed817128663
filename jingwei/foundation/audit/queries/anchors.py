"""What stands outside the database: the chain's ends in a file, and what witnesses have proved of them in another."""

import base64
import binascii
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from jingwei.foundation.audit.contracts import Fault, Finding, ProofRefused, Witness, WitnessState
from jingwei.foundation.audit.rules import statement_of

TAIL_BYTES = 64 * 1024
_witnesses: list[Witness] = []


@dataclass
class Anchored:
    """Digests by seal as they were written outside, and lines that cannot be read (after which seal)."""

    digests: dict[int, str] = field(default_factory=dict)
    broken_after: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Proof:
    """What a witness gave for a seal."""

    seal_number: int
    digest: str
    witness: str
    proof: bytes


@dataclass
class Witnessed:
    """Proofs in the order in which they came."""

    proofs: list[Proof] = field(default_factory=list)
    broken_after: list[int] = field(default_factory=list)


def plug_witnesses(witnesses: Iterable[Witness]) -> None:
    """Set who sees the anchors besides the file. Called once, by config."""
    _witnesses[:] = witnesses


def witnesses() -> list[Witness]:
    return list(_witnesses)


def anchors_file() -> Path:
    """Where this installation writes the chain's ends outside the database; ship it elsewhere, append-only."""
    return _folder() / f"anchors-{connection.settings_dict['NAME']}.log"


def proofs_file() -> Path:
    """Where the witnesses' proofs are kept, beside the anchors; ship it with them."""
    return _folder() / f"witnessed-{connection.settings_dict['NAME']}.log"


def read_anchored() -> Anchored:
    """Everything anchored; a recorded restore forgets what came after the seal it went back to."""
    found = Anchored()
    for line in _lines(anchors_file()):
        words = _object(line)
        if words is None:
            found.broken_after.append(max(found.digests, default=0))
        elif "restored_after" in words:
            found.digests = {n: d for n, d in found.digests.items() if n <= words["restored_after"]}
        else:
            found.digests[words["seal"]] = words["digest"]
    return found


def last_anchored() -> int:
    """The last seal anchored, from the file's end alone: this is asked every minute, and the file only grows."""
    path = anchors_file()
    if not path.exists():
        return 0
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL_BYTES))
        lines = file.read().decode("utf-8", "replace").split("\n")[:-1]
    for line in reversed(lines):
        words = _object(line)
        if words is not None:
            return int(words.get("restored_after", words.get("seal", 0)))
    return 0


def read_witnessed() -> Witnessed:
    """Every proof; a recorded restore forgets those after the seal it went back to."""
    found = Witnessed()
    for line in _lines(proofs_file()):
        words, proof = _object(line), b""
        if words is not None and "proof" in words:
            try:
                proof = base64.b64decode(words["proof"], validate=True)
            except (binascii.Error, TypeError):
                words = None
        if words is None:
            found.broken_after.append(found.proofs[-1].seal_number if found.proofs else 0)
        elif "restored_after" in words:
            found.proofs = [one for one in found.proofs if one.seal_number <= words["restored_after"]]
        else:
            found.proofs.append(Proof(words["seal"], words["digest"], words["witness"], proof))
    return found


def anchor_faults(anchored: Anchored, present: dict[int, str], *, first: int) -> list[Finding]:
    """Where file and chain differ: the first seal that is another (what follows differs too), lines taken out or void.

    Seals are anchored in order, each once: a gap before the last anchor means that a line is gone.
    """
    faults = [
        Finding(Fault.ANCHOR_BROKEN, number, None) for number in anchored.broken_after if number >= first - 1
    ]
    for number in sorted(number for number in anchored.digests if number >= first):
        if present.get(number, "") != anchored.digests[number]:
            faults.append(Finding(Fault.ANCHOR_DIFFERS, number, None))
            break
    last = max(anchored.digests, default=0)
    beginning = max(first, min(anchored.digests, default=1))
    gone = [number for number in range(beginning, last) if number not in anchored.digests]
    return faults + [Finding(Fault.ANCHOR_DELETED, number, None) for number in gone]


def witness_faults(witnessed: Witnessed, present: dict[int, str], *, first: int) -> tuple[list[Finding], int]:
    """Proofs that are void or about another seal than stands there, and how many were compared.

    Proofs of a witness that is not plugged in any more are compared by their digest, but cannot be verified.
    """
    known = {one.name: one for one in _witnesses}
    faults = [
        Finding(Fault.WITNESS_BROKEN, number, None)
        for number in witnessed.broken_after
        if number >= first - 1
    ]
    compared = [one for one in witnessed.proofs if one.seal_number >= first]
    for one in compared:
        if not _is_good(known.get(one.witness), one):
            faults.append(Finding(Fault.WITNESS_BROKEN, one.seal_number, None))
        elif present.get(one.seal_number, "") != one.digest:
            faults.append(Finding(Fault.WITNESS_DIFFERS, one.seal_number, None))
    return faults, len(compared)


def witness_states() -> list[WitnessState]:
    """How each witness stands; the time is the witness's own, from its last good proof."""
    proofs = read_witnessed().proofs
    return [_state(one, [proof for proof in proofs if proof.witness == one.name]) for one in _witnesses]


def _state(witness: Witness, proofs: list[Proof]) -> WitnessState:
    for one in reversed(proofs):
        seen_at = _seen_at(witness, one)
        if seen_at is not None:
            return WitnessState(witness.name, one.seal_number, seen_at, len(proofs))
    return WitnessState(witness.name, None, None, len(proofs))


def _is_good(witness: Witness | None, one: Proof) -> bool:
    return witness is None or _seen_at(witness, one) is not None


def _seen_at(witness: Witness, one: Proof) -> datetime | None:
    try:
        return witness.attested_at(statement_of(one.seal_number, bytes.fromhex(one.digest)), one.proof)
    except (ProofRefused, ValueError):
        return None


def _folder() -> Path:
    return Path(settings.VAR_FOLDER) / "audit"


def _lines(path: Path) -> list[str]:
    """The last line may be half written by a crash: without its end it was never there."""
    return path.read_text(encoding="utf-8", errors="replace").split("\n")[:-1] if path.exists() else []


def _object(line: str) -> dict[str, Any] | None:
    try:
        words = json.loads(line)
        usable = isinstance(words.get("restored_after"), int) or (
            isinstance(words["seal"], int) and isinstance(words["digest"], str)
        )
    except (ValueError, AttributeError, KeyError, TypeError):
        return None
    return words if usable else None

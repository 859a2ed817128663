"""Tamperings, each as somebody with the database's superuser would do it, and what a verification must say of it."""

import base64
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg
from django.conf import settings

from jingwei.foundation.audit import services
from jingwei.foundation.audit.contracts import Fault, Finding
from jingwei.foundation.audit.queries import anchors_file, proofs_file
from jingwei.foundation.audit.tests.acting import LATER, horizon
from jingwei.integrations.timestamp.client import TimestampWitness
from jingwei.integrations.timestamp.fake import FakeTsa

Where = tuple[Fault | None, int | None, int | None]
"""A fault, its seal and its entry; None where any will do."""
Plant = Callable[["Ground"], list[Where]]


@dataclass
class Ground:
    """A scratch database with sealed, anchored and witnessed entries, and a seeded hand."""

    superuser: "psycopg.Connection[tuple[object, ...]]"
    hand: random.Random

    def entries(self, many: int = 1) -> list[int]:
        rows = self.superuser.execute("select id from audit_entry order by id").fetchall()
        return self.hand.sample([int(str(row[0])) for row in rows], many)

    def seal(self, *, but_last: int = 0) -> int:
        rows = self.superuser.execute("select max(number) from audit_seal").fetchone()
        assert rows
        return self.hand.randint(1, int(str(rows[0])) - but_last)

    def run(self, statement: str, *values: object) -> None:
        self.superuser.execute(statement, list(values))  # type: ignore[arg-type]

    def lines(self, path: Path) -> list[str]:
        return path.read_text().splitlines(keepends=True)


CHANGES = (
    "at = at - interval '1 day'",
    "person_id = gen_random_uuid()",
    "post_id = null",
    "actor_name = '别人'",
    "role = 'resident'",
    "permission = 'read_items'",
    "target = target || '9'",
    "area_code = '430903'",
    'change = change || \'{"purpose": "follow_up"}\'',
)


def entry_changed(ground: Ground) -> list[Where]:
    (entry,) = ground.entries()
    ground.run(f"update audit_entry set {ground.hand.choice(CHANGES)} where id = %s", entry)
    return [(Fault.ENTRY_CHANGED, None, entry)]


def entry_deleted(ground: Ground) -> list[Where]:
    (entry,) = ground.entries()
    ground.run("delete from audit_entry where id = %s", entry)
    return [(Fault.ENTRY_DELETED, None, entry)]


def entry_inserted(ground: Ground) -> list[Where]:
    (model,) = ground.entries()
    columns = (
        "at, xact, person_id, post_id, acting_for_id, actor_name, role, permission, target, area_code, change"
    )
    row = ground.superuser.execute(
        f"insert into audit_entry ({columns}) select {columns} from audit_entry where id = %s returning id",
        [model],
    ).fetchone()
    assert row
    return [(Fault.ENTRY_INSERTED, None, int(str(row[0])))]


def entries_swapped(ground: Ground) -> list[Where]:
    one, other = ground.entries(2)
    ground.run("update audit_entry set id = -1 where id = %s", one)
    ground.run("update audit_entry set id = %s where id = %s", one, other)
    ground.run("update audit_entry set id = %s where id = -1", other)
    return [
        (None, None, one),
        (None, None, other),
    ]  # changed in one seal; across two, gone here and come there


def entries_reordered(ground: Ground) -> list[Where]:
    """Their moments and transactions exchanged: what came later now seems to have come first."""
    one, other = ground.entries(2)
    ground.run(
        "update audit_entry a set at = b.at, xact = b.xact from audit_entry b "
        "where a.id in (%s, %s) and b.id in (%s, %s) and a.id <> b.id",
        *(one, other, one, other),
    )
    return [(None, None, one), (None, None, other)]


def entry_moved_behind_the_last_seal(ground: Ground) -> list[Where]:
    (entry,) = ground.entries()
    ground.run("update audit_entry set xact = %s where id = %s", 2**60, entry)
    return [(Fault.ENTRY_DELETED, None, entry), (Fault.ENTRY_FROM_FUTURE, None, entry)]


def seal_changed(ground: Ground) -> list[Where]:
    number = ground.seal()
    ground.run("update audit_seal set sealed_at = sealed_at - interval '1 hour' where number = %s", number)
    return [(Fault.SEAL_CHANGED, number, None)]


def seal_deleted(ground: Ground) -> list[Where]:
    number = ground.seal(but_last=1)
    ground.run("delete from audit_seal where number = %s", number)
    return [(Fault.SEAL_DELETED, number, None)]


def seals_swapped(ground: Ground) -> list[Where]:
    number = ground.seal(but_last=1)
    ground.run("update audit_seal set number = 1000000 where number = %s", number)
    ground.run("update audit_seal set number = %s where number = %s", number, number + 1)
    ground.run("update audit_seal set number = %s where number = 1000000", number + 1)
    return [(Fault.SEAL_CHANGED, number, None), (Fault.SEAL_CHANGED, number + 1, None)]


def seal_taken_out_with_its_entries(ground: Ground) -> list[Where]:
    """And those behind it numbered anew, so that none is missing."""
    number = ground.seal(but_last=1)
    ground.run(
        "delete from audit_entry e using audit_seal s where s.number = %s and e.xact >= s.from_xact and e.xact < s.to_xact",
        number,
    )
    ground.run("delete from audit_seal where number = %s", number)
    ground.run("update audit_seal set number = number + 1000000 where number > %s", number)
    ground.run("update audit_seal set number = number - 1000001 where number > 1000000")
    return [(Fault.SEAL_CHANGED, number, None), (Fault.ANCHOR_DIFFERS, number, None)]


def end_cut_off(ground: Ground) -> list[Where]:
    number = ground.seal()
    ground.run(
        "delete from audit_entry where xact >= (select from_xact from audit_seal where number = %s)", number
    )
    ground.run("delete from audit_seal where number >= %s", number)
    return [(Fault.ANCHOR_DIFFERS, number, None)]


def chain_made_anew_with_another_key(ground: Ground) -> list[Where]:
    (entry,) = ground.entries()
    ground.run("update audit_entry set actor_name = '别人' where id = %s", entry)
    ground.run("delete from audit_seal")
    right, settings.AUDIT_KEY = settings.AUDIT_KEY, b"k" * 32
    services.seal_entries(at=LATER, below=horizon())
    settings.AUDIT_KEY = right
    return [(Fault.OTHER_KEY, 1, None), (Fault.ANCHOR_DIFFERS, 1, None)]


def anchor_changed(ground: Ground) -> list[Where]:
    lines = ground.lines(anchors_file())
    at = ground.hand.randrange(len(lines))
    words = json.loads(lines[at])
    lines[at] = json.dumps(words | {"digest": "0" * 64}) + "\n"
    anchors_file().write_text("".join(lines))
    return [(Fault.ANCHOR_DIFFERS, words["seal"], None)]


def anchor_deleted(ground: Ground) -> list[Where]:
    lines = ground.lines(anchors_file())
    at = ground.hand.randrange(1, len(lines) - 1)
    number = json.loads(lines.pop(at))["seal"]
    anchors_file().write_text("".join(lines))
    return [(Fault.ANCHOR_DELETED, number, None)]


def proof_changed(ground: Ground) -> list[Where]:
    def spoil(proof: bytes) -> bytes:
        at = ground.hand.randrange(len(proof) - 60, len(proof) - 10)  # within the signature
        return proof[:at] + bytes([proof[at] ^ 0x10]) + proof[at + 1 :]

    return _replaced_proof(ground, spoil)


def proof_of_another_authority(ground: Ground) -> list[Where]:
    stranger = FakeTsa(seed=b"stranger")
    lines = ground.lines(proofs_file())
    words = json.loads(lines[-1])
    statement = f"jingwei audit seal {words['seal']} {words['digest']}".encode()
    proof = TimestampWitness("https://stranger.example/", [stranger.root], stranger).attest(statement)
    return _replaced_proof(ground, lambda _: proof)


def past_rewritten_with_the_key(ground: Ground) -> list[Where]:
    """Somebody has database, key and anchors file, and makes all of it anew. The witness remembers."""
    (entry,) = ground.entries()
    ground.run("update audit_entry set actor_name = '别人' where id = %s", entry)
    ground.run("delete from audit_seal")
    anchors_file().unlink()
    services.seal_entries(at=LATER, below=horizon())
    last = json.loads(ground.lines(proofs_file())[-1])["seal"]
    return [(Fault.WITNESS_DIFFERS, last, None)]


def _replaced_proof(ground: Ground, change: Callable[[bytes], bytes]) -> list[Where]:
    lines = ground.lines(proofs_file())
    words = json.loads(lines[-1])
    words["proof"] = base64.b64encode(change(base64.b64decode(words["proof"]))).decode()
    proofs_file().write_text("".join([*lines[:-1], json.dumps(words) + "\n"]))
    return [(Fault.WITNESS_BROKEN, words["seal"], None)]


PLANTS: tuple[Plant, ...] = (
    entry_changed,
    entry_deleted,
    entry_inserted,
    entries_swapped,
    entries_reordered,
    entry_moved_behind_the_last_seal,
    seal_changed,
    seal_deleted,
    seals_swapped,
    seal_taken_out_with_its_entries,
    end_cut_off,
    chain_made_anew_with_another_key,
    anchor_changed,
    anchor_deleted,
    proof_changed,
    proof_of_another_authority,
    past_rewritten_with_the_key,
)


def is_located(wanted: list[Where], findings: tuple[Finding, ...]) -> bool:
    """Whether everything that was planted is named where it is; without a wish, whether anything is."""
    said = {(one.fault, one.seal_number, one.entry_id) for one in findings}
    return bool(said) and all(
        any(
            fault in (None, given[0]) and seal in (None, given[1]) and entry in (None, given[2])
            for given in said
        )
        for fault, seal, entry in wanted
    )

"""Every function that looks past the fence, asked with hostile arguments by everybody.

What each may answer stands in the record of decisions (ADR 5); here it is said once more as a rule of the answer.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.utils import Error

from jingwei.domains.incidents.models import Incident
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import lies_within
from jingwei.kernel.ids import uuid7
from tests.cast import COMMUNITY, OTHER_COUNTY, URBAN, centre
from tests.matrix.fences import of_dwellings, of_organisations, of_residents, rules
from tests.matrix.fences.asking import Findings, looking
from tests.matrix.fences.rules import Facts
from tests.matrix.people import FOUNDER
from tests.matrix.world import World

Arguments = tuple[Any, ...]
Answer = list[dict[str, Any]]
INJECTED = "') or true --"


@dataclass(frozen=True, slots=True)
class Ground:
    """What hostile arguments are made of, and what answers are judged by."""

    world: World
    facts: Facts
    at: datetime

    def ids(self, table: str) -> list[UUID]:
        return [row["id"] for row in self.facts.tables[table]]


@dataclass(frozen=True, slots=True)
class Definer:
    """One function: what is tried on it, and what of its answer is too much (None: nothing)."""

    tries: Callable[[Ground], Iterable[Arguments]]
    fault: Callable[[Actor, Arguments, Answer, Ground], str | None]


def _some_ids(ground: Ground, table: str) -> list[UUID | None]:
    return [*ground.ids(table), uuid7(), None]


def _guesses(known: list[bytes]) -> list[bytes | None]:
    """Nothing, noise, and what is almost right."""
    almost = {guess for one in known for guess in (one[:-1], one + b"\0", one[1:], one[::-1])}
    return [None, b"", b"guess", INJECTED.encode(), *sorted(almost - set(known))]


# --- who stands behind a secret ---------------------------------------------------------------------------


def _digests(ground: Ground) -> Iterable[Arguments]:
    tokens = ground.facts.tables["access_token"][:6]
    ended = [
        row
        for row in ground.facts.tables["access_token"]
        if row["revoked_at"] or row["expires_at"] <= ground.at
    ]
    digests = [bytes(row["digest"]) for row in [*tokens, *ended]]
    return [(digest, ground.at) for digest in (*digests, *_guesses(digests[:2]))]


def _actor_fault(actor: Actor, asked: Arguments, answer: Answer, ground: Ground) -> str | None:
    digest, at = asked
    valid = {
        row["id"]
        for row in ground.facts.tables["access_token"]
        if bytes(row["digest"]) == digest and row["revoked_at"] is None and row["expires_at"] > at
    }
    found = {row["token_id"] for row in answer}
    return None if found <= valid else f"names who stands behind {found - valid}"


def _key_digests(ground: Ground) -> Iterable[Arguments]:
    digests = [bytes(row["digest"]) for row in ground.facts.tables["access_keysecret"]]
    return [(digest, ground.at) for digest in (*digests, *_guesses(digests[:2]))]


def _key_fault(actor: Actor, asked: Arguments, answer: Answer, ground: Ground) -> str | None:
    """One key, neither revoked nor ended, to whoever holds its secret."""
    digest, at = asked
    valid = {
        row["key_id"]
        for row in ground.facts.tables["access_keysecret"]
        if bytes(row["digest"]) == digest and (row["ends_at"] is None or row["ends_at"] > at)
    }
    valid -= {
        row["id"] for row in ground.facts.tables["access_key"] if row["revoked_at"] or row["expires_at"] <= at
    }
    found = {row["key_id"] for row in answer}
    return None if found <= valid else f"lets the keys {found - valid} in"


def _people(ground: Ground) -> Iterable[Arguments]:
    return [(one, ground.at) for one in _some_ids(ground, "access_person")]


POST_FACTS = {"post_id", "title", "role", "area_code", "unit_id", "unit_name", "is_delegated"}


def _posts_fault(actor: Actor, asked: Arguments, answer: Answer, ground: Ground) -> str | None:
    """Posts of that one person, and nobody's name."""
    held = {row["post_id"] for row in _holdings(ground) if row["person_id"] == asked[0]}
    for row in answer:
        if set(row) != POST_FACTS:
            return f"tells {sorted(set(row) - POST_FACTS)}"
        if row["post_id"] not in held and not row["is_delegated"]:
            return f"tells of post {row['post_id']}, which is not theirs"
    return None


def _holdings(ground: Ground) -> list[Any]:
    return list(ground.facts.tables["access_holding"])


def _units(ground: Ground) -> Iterable[Arguments]:
    return [(one, ground.at) for one in (centre(COMMUNITY), centre(OTHER_COUNTY), URBAN, uuid7(), None)]


def _staff_fault(actor: Actor, asked: Arguments, answer: Answer, ground: Ground) -> str | None:
    residents = {row["id"] for row in ground.facts.tables["access_person"] if not row["is_staff"]}
    named = {row["person_id"] for row in answer} & residents
    if named:
        return f"names the residents {named}"
    extra = [set(row) - {"post_id", "title", "person_id", "person_name"} for row in answer]
    return f"tells {extra[0]}" if any(extra) else None


# --- files ------------------------------------------------------------------------------------------------


def _claims(ground: Ground) -> Iterable[Arguments]:
    everything, case = ground.ids("files_file"), ground.world.cases["voided"].incident_id
    return [
        (everything, case, ground.at),
        (everything, uuid7(), ground.at),
        ([], case, ground.at),
        (None, case, ground.at),
    ]


def _claim_fault(actor: Actor, asked: Arguments, answer: Answer, ground: Ground) -> str | None:
    """Their own or nobody's, and not another matter's."""
    taken = {row["jw_claim_files"] for row in answer}
    for row in ground.facts.tables["files_file"]:
        is_theirs = row["uploader_person_id"] in {None, actor.person_id}
        is_free = row["claimed_at"] is None or row["claimed_for"] == asked[1]
        if row["id"] in taken and not (is_theirs and is_free):
            return f"takes the file {row['id']}"
    return None if taken <= {row["id"] for row in ground.facts.tables["files_file"]} else "invents a file"


# --- incidents --------------------------------------------------------------------------------------------


def _incidents(ground: Ground) -> list[Incident]:
    with eyes(FOUNDER):
        return list(Incident.objects.unscoped("the proof reads what it planted").order_by("receipt_no"))


def _replays(ground: Ground) -> Iterable[Arguments]:
    cases = _incidents(ground)[:3]
    for case, other in zip(cases, cases[1:] + cases[:1], strict=True):
        for content in (*_guesses([bytes(case.fingerprint)]), bytes(other.fingerprint)):
            yield case.pk, content
    yield None, bytes(cases[0].fingerprint)


def _marks(ground: Ground) -> Iterable[Arguments]:
    keys = [bytes(row["key"]) for row in ground.facts.tables["incidents_mark"]][:2]
    return [([guess], ground.at) for guess in (*keys, *_guesses(keys))] + [([], ground.at), (None, ground.at)]


def _mark_fault(actor: Actor, asked: Arguments, answer: Answer, ground: Ground) -> str | None:
    """The mark on a source whose digest one knows, and whether any telephone is marked at all."""
    keys, at = asked
    known = {
        row["id"]
        for row in ground.facts.tables["incidents_mark"]
        if bytes(row["key"]) in (keys or []) and row["lifted_at"] is None and row["expires_at"] > at
    }
    told = {row["mark_id"] for row in answer} - {None}
    extra = [set(row) - {"mark_id", "marked_by", "are_phones_marked"} for row in answer]
    if len(answer) > 1 or any(extra):
        return f"tells {answer}"
    return None if told <= known else f"tells of the marks {told - known}"


def _tracks(ground: Ground) -> Iterable[Arguments]:
    case = ground.world.cases["tip"]
    index = bytes(next(one.tracking_index for one in _incidents(ground) if one.pk == case.incident_id))
    return [(guess,) for guess in (*_guesses([index]), case.tracking_code.encode())]


def _anything(actor: Actor, asked: Arguments, answer: Answer, ground: Ground) -> str | None:
    """Without the right secret there is no answer at all."""
    told = [row for row in answer if any(value not in (None, "", b"") for value in row.values())]
    return f"answers {told}" if told else None


def _matters(ground: Ground) -> Iterable[Arguments]:
    return [(one,) for one in _some_ids(ground, "incidents_incident")]


def _parts_fault(actor: Actor, asked: Arguments, answer: Answer, ground: Ground) -> str | None:
    """Ids of who takes part, to whoever has a scope; what they mean is decided with them."""
    if answer and not actor.scope:
        return "answers somebody without a scope"
    parts = {
        (row["unit_id"], row["post_id"])
        for row in ground.facts.tables["incidents_participant"]
        if row["incident_id"] == asked[0]
    }
    told = {tuple(row[name] for name in sorted(row, reverse=True)) for row in answer}
    return (
        None
        if told <= parts and all(set(row) == {"unit_id", "post_id"} for row in answer)
        else f"tells {told}"
    )


def _tellings(ground: Ground) -> Iterable[Arguments]:
    cases = _some_ids(ground, "incidents_incident")
    return [("incident", one, persons) for one in cases[-3:] for persons in (None, [], [uuid7()])]


# --- addresses --------------------------------------------------------------------------------------------


def _words(ground: Ground) -> Iterable[Arguments]:
    for words in (["证"], ["证", "明"], [], [INJECTED], ["%"], ["_"], ["\\"], ["'"], ["}"], None):
        for at_most in (1, 100, 10**9, 0, -1):
            yield words, at_most


def _address_fault(actor: Actor, asked: Arguments, answer: Answer, ground: Ground) -> str | None:
    if len(answer) > 100:
        return f"tells {len(answer)} addresses at once"
    abroad = {
        row["area_code"]
        for row in answer
        if actor.scope != "*" and not lies_within(row["area_code"], actor.scope)
    }
    return f"tells addresses of {abroad}" if abroad else None


# --- the ledger -------------------------------------------------------------------------------------------


def _cards(ground: Ground) -> Iterable[Arguments]:
    codes = [row["code"] for row in ground.facts.tables["ledger_component"]]
    for asked in (codes, [INJECTED], ["%"], [""], [], None):
        yield asked, []
    yield None, ground.ids("ledger_component")
    yield [], [uuid7()]
    yield None, None


CARD_FACTS = {"id", "code", "class_name", "type_name", "name", "address", "lon", "lat", "scope_code", "life"}


def _card_fault(actor: Actor, asked: Arguments, answer: Answer, ground: Ground) -> str | None:
    """Kind and place of those whose number or id was given, nothing of their keeping."""
    codes, ids = asked
    for row in answer:
        if set(row) != CARD_FACTS:
            return f"tells {set(row) - CARD_FACTS}"
        if row["code"] not in (codes or []) and row["id"] not in (ids or []):
            return f"tells of {row['code']}, which nobody named"
    return None


def _serials(ground: Ground) -> Iterable[Arguments]:
    return [(one,) for one in ("4309020101", "430902", "", "%", INJECTED, "4309020101000001", None)]


def _serial_fault(actor: Actor, asked: Arguments, answer: Answer, ground: Ground) -> str | None:
    """A number, and only behind a whole prefix."""
    told = [row["jw_component_serial"] for row in answer]
    if len(told) != 1:
        return f"answers {answer}"
    return None if told[0] == 0 or len(asked[0] or "") == 10 else f"counts behind {asked[0]}"


def _around(ground: Ground) -> Iterable[Arguments]:
    for within, at_most in ((2000.0, 100), (1e12, 10**9), (-1.0, -5)):
        yield 112.305, 28.505, within, at_most, None
    yield 112.305, 28.505, 50000.0, 100, ["0101", "hydrant", INJECTED]
    yield None, None, None, None, []
    yield float("nan"), float("inf"), 2000.0, 10, None


def _near_fault(table: str) -> Callable[[Actor, Arguments, Answer, Ground], str | None]:
    """Ids of one's own area, or of what one's unit answers for."""
    rule = {"ledger_component": rules.component, "ledger_resource": rules.resource}[table]

    def fault(actor: Actor, asked: Arguments, answer: Answer, ground: Ground) -> str | None:
        if len(answer) > 100 or any(set(row) != {"id", "distance_m"} for row in answer):
            return f"tells {answer[:1]}"
        strangers = [
            row["id"] for row in answer if not rule(actor, ground.facts.row(table, row["id"]), ground.facts)
        ]
        return f"leads to {strangers}" if strangers else None

    return fault


DEFINERS: dict[str, Definer] = {
    "jw_actor_of_token(bytea,timestamp with time zone)": Definer(_digests, _actor_fault),
    "jw_actor_of_key(bytea,timestamp with time zone)": Definer(_key_digests, _key_fault),
    "jw_posts_open_to(uuid,timestamp with time zone)": Definer(_people, _posts_fault),
    "jw_posts_of_unit(uuid,timestamp with time zone)": Definer(_units, _staff_fault),
    "jw_claim_files(uuid[],uuid,timestamp with time zone)": Definer(_claims, _claim_fault),
    "jw_intake_replay(uuid,bytea)": Definer(_replays, _anything),
    "jw_mark_on(bytea[],timestamp with time zone)": Definer(_marks, _mark_fault),
    "jw_case_of_tracking(bytea)": Definer(_tracks, _anything),
    "jw_incident_participants(uuid)": Definer(_matters, _parts_fault),
    "jw_tell_incident(text,uuid,uuid[])": Definer(_tellings, _anything),
    "jw_find_addresses(text[],integer)": Definer(_words, _address_fault),
    "jw_find_dwellings(text,text[],integer)": Definer(of_dwellings.finds, of_dwellings.find_fault),
    "jw_dwellings_taken(text[],text[],text[])": Definer(of_dwellings.asks, of_dwellings.taken_fault),
    "jw_find_residents(text,text,text,integer)": Definer(of_residents.words, of_residents.fault),
    "jw_find_organisations(text,text,text,integer)": Definer(of_organisations.words, of_organisations.fault),
    "jw_component_cards(text[],uuid[])": Definer(_cards, _card_fault),
    "jw_component_serial(text)": Definer(_serials, _serial_fault),
    "jw_nearest_component(double precision,double precision,double precision,integer,text[])": Definer(
        _around, _near_fault("ledger_component")
    ),
    "jw_nearest_resource(double precision,double precision,double precision,integer,text[])": Definer(
        _around, _near_fault("ledger_resource")
    ),
}
"""By signature. ``jw_tell_incident`` answers nobody; what it sends is judged in test_definers.py."""

MISSING = (
    "{functions}: no case in tests/matrix/fences/definers.py. Say there what is tried on it and what of its answer "
    "would be too much; its purpose and its limits belong into ADR 5."
)


def ask(
    function: str, definer: Definer, everybody: dict[str, Actor], ground: Ground, findings: Findings
) -> None:
    """Every try by everybody, undone at the end."""
    name = function.partition("(")[0]
    kinds = function.partition("(")[2].removesuffix(")").split(",")
    marks = ", ".join(f"%s::{kind}" for kind in kinds)
    tries = list(definer.tries(ground))
    for who, actor in everybody.items():
        with looking(actor):
            for asked in tries:
                findings.cells += 1
                findings.statements += 1
                found = _called(f"select * from {name}({marks})", asked)
                fault = definer.fault(actor, asked, found, ground)
                if fault:
                    findings.wrong.append(f"{name}, asked by {who}: {fault}")


def _called(statement: str, asked: Arguments) -> Answer:
    """The rows; none where the database refused the arguments."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, asked)
            names = [column.name for column in cursor.description]
            found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
            transaction.set_rollback(True)
            return found
    except Error:
        return []

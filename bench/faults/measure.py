"""Faults: what is lost, doubled or left lying when anything fails at any moment, and how soon people are served again.

Measured on a city of its own (PostgreSQL cluster, web, live and queue processes, files) while people report with photos
and files in pieces, take and handle tasks, rate by tracking code, bring files of reports in and take lists along, all
over HTTP, trying again what was not answered. At seeded random moments a fault strikes: a process is killed with
SIGKILL, a line is cut, an answer to a change is lost on its way (or the answer to the database's COMMIT), a clock
jumps, a disk is full, a migration is interrupted. After each everybody rests and everything is compared: what clients
were told, the database, the disk, the queue, the seals.

rounds        faults that were struck and looked over
lost          acknowledged acts, files, jobs or records that are not there
doubled       acts that happened more than once
orphans       jobs, files, rows or pieces that belong to nothing after the house's own sweeping
broken        states, counts or seals that do not fit
recovery_s    worst over the rounds: from the end of the fault until a report sent after it was acknowledged over HTTP;
              servers that ended are started again at once, as their supervisor does
recovery_median_s, queue_recovery_s: the median of the same; worst until the queue had told of that report
"""

import os
import random
import statistics
import sys
import time

from bench.faults.invariant import Kind
from tools import assurance

SEED = 20261122
ROUNDS, FULL_ROUNDS = 20, 100
BOUNDED_S = 480
"""A busy machine does fewer rounds unless all of them are wanted."""
ASKED = ("JINGWEI_FAULTS_SEED", "JINGWEI_FAULTS_ROUNDS", "JINGWEI_FAULTS_ONLY")
WALKERS = 2
PHOTOS = 8_000


def run(*, is_full: bool) -> dict[str, float]:
    """The figures. Raises: RuntimeError where somebody is not served any more, or anything was found."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingwei.config.settings")
    import django

    django.setup()
    from bench.faults.city import private_city
    from bench.faults.load import Load
    from bench.faults.rounds import Rounds
    from bench.faults.strikes import order_of, possible

    seed = int(os.environ.get("JINGWEI_FAULTS_SEED", SEED))
    wanted = int(os.environ.get("JINGWEI_FAULTS_ROUNDS", FULL_ROUNDS if is_full else ROUNDS))
    only = os.environ.get("JINGWEI_FAULTS_ONLY", "")
    began = time.monotonic()
    with private_city(is_at_mercy=True, has_clocks=True) as city:
        strikes, left_out = possible(city)
        for name in left_out:
            _say(f"left out, this machine does not allow it: {name}")
        strikes = [strike for strike in strikes if not only or strike.name in only.split(",")]
        for start in (city.start_web, city.start_worker, city.start_live):
            start()
        city.wait_until_healthy()
        photos = city.plant_photos(PHOTOS if is_full else PHOTOS // 4)
        load = Load(
            city.address, photos, walkers=WALKERS, seed=seed, others=("uploader", "importer", "exporter")
        )
        load.start()
        rounds = Rounds(city, load, seed=seed, say=_say)
        for strike in order_of(strikes, wanted, random.Random(seed)):
            if not is_full and time.monotonic() - began > BOUNDED_S:
                _say(f"enough: {rounds.told.rounds} rounds in {BOUNDED_S // 60} minutes")
                break
            rounds.run(strike)
        load.rest()
        for one in rounds.last_look():
            _say(f"at the end: {one}")
        load.stop()
        told, ledger = rounds.told, load.ledger
        _say(f"acknowledged {ledger.told}: {dict(sorted(ledger.kinds.items()))}")
        _say(f"unanswered {ledger.unanswered}, given up {ledger.given_up}, errors {ledger.errors}")
        _say(f"swept {told.swept}, receipts asked for again {told.replayed}, sealed {told.sealed}")
        for complaint, times in city.complaints().most_common(20):
            _say(f"{times:4} times in {complaint}")
        for refused in sorted(set(ledger.refused))[:20]:
            _say(f"refused: {refused}")
    figures: dict[str, float] = {
        "rounds": told.rounds,
        "lost": told.count(Kind.LOST),
        "doubled": told.count(Kind.DOUBLED),
        "orphans": told.count(Kind.ORPHAN),
        "broken": told.count(Kind.BROKEN),
        "recovery_s": round(max(told.served_s), 2),
        "recovery_median_s": round(statistics.median(told.served_s), 2),
        "queue_recovery_s": round(max(told.worked_s), 2),
        "acknowledged": ledger.told,
        "unanswered": ledger.unanswered,
        "kinds": len(told.struck),
    }
    command = "./jw bench faults --full" if is_full else "./jw bench faults"
    asked = [f"{name}={os.environ[name]}" for name in ASKED if name in os.environ]
    command = " ".join([*asked, command])
    assurance.keep("faults", dict(figures), seed=seed, seconds=time.monotonic() - began, command=command)
    return figures


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)

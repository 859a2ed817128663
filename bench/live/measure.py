"""Live news: how long from a commit until every open page has heard of it.

Measured: 500 people (--full: 2,000), each with one stream of server-sent events over HTTP from the live server as
`./jw run` starts it, and a fifth as many besides who belong to another county and must hear nothing. Reports are
taken in by the service (validated, stored, told in the same statement) at an even pace. A delivery counts from the
moment the report is given to the service, before anything is validated, until its event was read by the page. Readers
and server share the machine, so the readers' own work is in the figures.

p50_ms, p95_ms, max_ms   delivery over all pages that must hear
open_s                   until all streams are open, each with its session looked up, after a restart for instance
cpu_ms_per_1000          CPU time of the live server for a thousand deliveries
strangers                events that reached somebody who must not hear: 0, or the benchmark fails
"""

import asyncio
import contextlib
import os
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from bench.servers import ROOT, bench_database, cpu_seconds_of, django_over, tree_of, unused_port

PEOPLE = 500
PEOPLE_FULL = 2_000
REPORTS = 60
PAUSE_S = 0.2


@dataclass
class Page:
    """One page with the stream open, and when it heard of what."""

    sees: bool
    secret: str
    heard: dict[str, float] = field(default_factory=dict)

    async def listen(self, port: int, is_open: asyncio.Semaphore) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = f"GET /live/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {self.secret}\r\n\r\n"
        writer.write(head.encode())
        async for line in reader:
            if line.startswith(b"event: ready"):
                is_open.release()
            elif line.startswith(b'data: {"kind":"incident"'):
                at = time.perf_counter()
                self.heard[line.split(b'"id":"')[1][:36].decode()] = at


def run(*, is_full: bool) -> dict[str, float]:
    """The figures; raises where somebody missed news or heard what is not theirs."""
    count = PEOPLE_FULL if is_full else PEOPLE
    with bench_database("live") as database:
        django_over(database)
        pages = _people(count)
        with _live_server(database) as (port, process_id):
            return asyncio.run(_measure(pages, port, process_id))


async def _measure(pages: list[Page], port: int, process_id: int) -> dict[str, float]:
    is_open, began = asyncio.Semaphore(0), time.perf_counter()
    listening = [asyncio.ensure_future(page.listen(port, is_open)) for page in pages]
    for _ in pages:
        await asyncio.wait_for(is_open.acquire(), 120)
    open_s = time.perf_counter() - began
    before = _cpu(process_id)
    told: dict[str, float] = {}
    with ThreadPoolExecutor(
        max_workers=1
    ) as reporting:  # one thread, so one connection, which it must close itself
        for number in range(1 + REPORTS):
            incident_id, at = await asyncio.get_running_loop().run_in_executor(reporting, _report)
            if number:  # the first one connects and loads the division
                told[str(incident_id)] = at
            await asyncio.sleep(PAUSE_S)
        reporting.submit(_disconnect)
    seeing = [page for page in pages if page.sees]
    for _ in range(200):
        if all(told.keys() <= page.heard.keys() for page in seeing):
            break
        await asyncio.sleep(0.05)
    spent = _cpu(process_id) - before
    for one in listening:
        one.cancel()
    await asyncio.gather(*listening, return_exceptions=True)
    missing = sum(len(told.keys() - page.heard.keys()) for page in seeing)
    strangers = sum(len(page.heard) for page in pages if not page.sees)
    if missing or strangers:
        raise RuntimeError(
            f"{missing} deliveries are missing, {strangers} reached somebody who must not hear"
        )
    times = sorted(1000 * (page.heard[one] - at) for page in seeing for one, at in told.items())
    return {
        "p50_ms": round(times[len(times) // 2], 1),
        "p95_ms": round(times[int(len(times) * 0.95)], 1),
        "max_ms": round(times[-1], 1),
        "open_s": round(open_s, 2),
        "cpu_ms_per_1000": round(1000 * 1000 * spent / len(times), 1),
        "strangers": strangers,
    }


def _disconnect() -> None:
    from django.db import connection

    connection.close()


def _report() -> tuple[UUID, float]:
    """One report, and when it was given to the service."""
    from jingwei.domains.incidents import services
    from jingwei.domains.incidents.services import NewReport
    from jingwei.kernel.clock import now
    from jingwei.kernel.geo import Datum, position
    from tests.cast import CAST, GRID_1, inside

    at = now()
    report = NewReport(
        incident_id=uuid4(),
        words="楼下垃圾堆了三天没人清",
        reported_at=at,
        position=position(*inside(GRID_1), datum=Datum.WGS84),
        reporter_phone="13800000000",
    )
    began = time.perf_counter()
    services.report_incident(CAST.li, report, at=at)
    return report.incident_id, began


def _people(count: int) -> list[Page]:
    """Desks of the county where it happens, and some of another county; each with a session."""
    from django.db import connection

    from jingwei.foundation.access.models import Holding, Person, Post
    from jingwei.foundation.access.services import open_session
    from jingwei.foundation.scoping import eyes
    from jingwei.kernel.clock import now
    from jingwei.kernel.ids import uuid7
    from tests.cast import CAST, COUNTY, DAY_ONE, OTHER_COUNTY, centre

    at, pages = now(), []
    with eyes(CAST.machine):
        for number in range(count + count // 5):
            sees = number < count
            area = COUNTY if sees else OTHER_COUNTY
            person = Person(id=uuid7(), name=f"坐席{number}", is_staff=True, created_at=at)
            post = Post(id=uuid7(), title=f"坐席{number}", role="desk", area_code=area, unit_id=centre(area))
            person.save(force_insert=True)
            post.save(force_insert=True)
            Holding(post_id=post.id, person_id=person.id, from_on=DAY_ONE).save()
            pages.append(Page(sees, open_session(person.id, at=at)))
    connection.close()
    return pages


@contextlib.contextmanager
def _live_server(database: str) -> Iterator[tuple[int, int]]:
    from tools.serve import live_command

    port = unused_port()
    environment = os.environ | {"JINGWEI_DATABASE_NAME": database, "JINGWEI_DATABASE_ROLE": "app"}
    process = subprocess.Popen(
        live_command("127.0.0.1", port), cwd=ROOT, env=environment, start_new_session=True
    )
    try:
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        for _ in range(300):
            with (
                contextlib.suppress(OSError),
                direct.open(f"http://127.0.0.1:{port}/live/healthz", timeout=2),
            ):
                break
            time.sleep(0.1)
        else:
            raise RuntimeError("the live server does not answer")
        yield port, process.pid
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _cpu(process_id: int) -> float:
    return sum(cpu_seconds_of(pid) for pid in tree_of(process_id))

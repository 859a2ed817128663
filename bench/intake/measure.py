"""Intake: what a report costs through HTTP, against raw PostgreSQL writing the same rows.

Measured: POST /api/v1/incidents by signed-in residents at 4 and 16 clients, with keep-alive, on the web server as
`./jw run` starts it: counted, looked up among the marked sources, validated, located among the grids, deadline on the
calendar, stored with step, participant, source, audit entry and job. Each resident has a device and an address; matters
and words are as different as on an ordinary day, and lie all over the planted city. Reference, in the same run and
database: pgbench with as many clients, prepared statements, inserting the same five rows in one transaction, as the
owner (no row-level security in the way).

ratio_c4, ratio_c16   HTTP reports a second ÷ raw transactions a second, at 4 and 16 clients (medians of the rounds)
cpu_ms                CPU time of web server and database processes per report at 16 clients, load generator excluded:
                      the least of the rounds, because what else runs on the machine can only add to it (caches,
                      halves of cores; up to double where many programs run)
flood_cpu_ms          the same for a flood: every report about one matter at one place (one run)
flood_fold_ms         CPU time of folding one of them into the flood, afterwards and in the queue: program and database
flood_growth          what folding one costs in the last third of the flood ÷ in the second (of the first, all that
                      came before its head are folded at once)
"""

import json
import os
import random
import re
import statistics
import subprocess
import tempfile
import time
import uuid
from pathlib import Path

from bench.load import Outcome, drive, request_bytes
from bench.servers import WebServer, bench_database, database_cpu_seconds, django_over, web_server

ROUNDS = 5
REPORTS_EACH = 20
FLOOD, FLOOD_PARTS = 300, 3
FLOODED = "迎春路口"
FLOOD_WORDS = "路口的自来水管爆了，水漫到马路上，车都过不去，请快点来人抢修"
PLACES = (
    "小区东门",
    "菜市场北口",
    "小学围墙外",
    "河堤步道",
    "老年活动中心旁",
    "公交站台",
    "三号楼二单元",
    "广场南侧",
)
MATTERS = (
    *("路灯不亮", "垃圾桶满了没人清", "井盖松动", "有人占道经营", "下水道堵了往外冒水", "树枝压在电线上"),
    *("工地夜里施工太吵", "消防通道被车堵住", "墙面瓷砖要掉", "健身器材坏了", "有流浪狗追人", "路面塌了一块"),
)
SINCE = (
    "从昨天晚上开始",
    "已经一个星期了",
    "今天早上发现的",
    "下雨以后更严重",
    "反映过一次没人来",
    "邻居们都有意见",
)
WORDS = "小区门口路灯杆明显倾斜，离人行道很近，昨晚大风后更严重了，担心倒下来砸到过路的老人和孩子，请尽快派人查看处理。"


def run(*, is_full: bool) -> dict[str, float]:
    """The figures, rounded; raises if any report was refused."""
    reports = 6000 if is_full else 1000
    with bench_database("intake") as database:
        tokens = _sign_in(database, reports=200 + 2 * ROUNDS * reports)
        with web_server(database) as server:
            drive(server.port, _requests(tokens, 200), clients=4)
            ratios: dict[int, list[float]] = {4: [], 16: []}
            cpu: list[float] = []
            for _ in range(ROUNDS):
                for clients in (4, 16):
                    raw = _raw_rate(database, clients=clients, seconds=3)
                    before = server.cpu_seconds(), database_cpu_seconds(database)
                    outcome = drive(server.port, _requests(tokens, reports), clients=clients)
                    _require_taken(outcome, reports)
                    if clients == 16:
                        after = server.cpu_seconds(), database_cpu_seconds(database)
                        spent = after[0] - before[0] + _spent(before[1], after[1])
                        cpu.append(1000 * spent / reports)
                    ratios[clients].append(outcome.rate / raw)
            flood = _flood(server, database, tokens)
    return {
        "ratio_c4": round(statistics.median(ratios[4]), 3),
        "ratio_c16": round(statistics.median(ratios[16]), 3),
        "cpu_ms": round(min(cpu), 2),
        **flood,
    }


def _flood(server: WebServer, database: str, tokens: list[str]) -> dict[str, float]:
    """A burst pipe: everybody around reports it, and the queue folds what came, third by third."""
    from django.db import connection

    from jingwei.domains.incidents.models import Incident
    from jingwei.domains.incidents.services.folding import FOLDER, fold_flood
    from jingwei.foundation.scoping import eyes
    from jingwei.kernel.clock import now

    taken_in, folded = 0.0, []
    for _ in range(FLOOD_PARTS):
        requests = _requests(tokens, FLOOD // FLOOD_PARTS, is_flood=True)
        before = server.cpu_seconds(), database_cpu_seconds(database)
        _require_taken(drive(server.port, requests, clients=16), len(requests))
        taken_in += server.cpu_seconds() - before[0] + _spent(before[1], database_cpu_seconds(database))
        with eyes(FOLDER):
            came = Incident.objects.visible_to(FOLDER).filter(address=FLOODED)
            waiting = came.filter(head_id=None, fold_count=0).order_by("received_at")
            ids = list(waiting.values_list("id", flat=True))
        began = time.process_time(), database_cpu_seconds(database)
        for incident_id in ids:
            fold_flood(incident_id, at=now())
        spent = time.process_time() - began[0] + _spent(began[1], database_cpu_seconds(database))
        folded.append(1000 * spent / len(ids))
    with eyes(FOLDER):
        matters = came.filter(head_id=None).count()
    connection.close()
    if matters != 1:
        raise RuntimeError("the flood was not folded into one matter")
    return {
        "flood_cpu_ms": round(1000 * taken_in / FLOOD, 2),
        "flood_fold_ms": round(statistics.mean(folded), 2),
        "flood_growth": round(folded[2] / folded[1], 2),
    }


def _spent(before: dict[int, float], after: dict[int, float]) -> float:
    return sum(after[pid] - before.get(pid, 0.0) for pid in after)


def _sign_in(database: str, *, reports: int) -> list[str]:
    """Sessions of as many residents as it takes: nobody may hand in more than thirty an hour."""
    django_over(database)
    from django.db import connection

    from jingwei.foundation.access.contracts import system_actor
    from jingwei.foundation.access.services import open_session, register_resident
    from jingwei.foundation.administration.contracts import RESIDENT_PHONE
    from jingwei.foundation.privacy.services import seal_value
    from jingwei.foundation.scoping import eyes
    from jingwei.kernel.clock import now

    tokens = []
    for number in range(reports // REPORTS_EACH + 1):
        with eyes(system_actor("测量受理")):
            phone = seal_value(RESIDENT_PHONE, f"139{number:08}")
            resident = register_resident(name="李梅", phone=(phone.sealed, phone.index), at=now())
            tokens.append(open_session(resident, at=now()))
    connection.close()
    return tokens


def _requests(tokens: list[str], count: int, *, is_flood: bool = False) -> list[bytes]:
    """Reports by residents in turn; of a flood all near one place about one matter."""
    from jingwei.domains.incidents.api.sending import COOKIE, new_device
    from tests.cast import GRIDS, inside

    first = random.randrange(len(tokens))
    devices = [new_device() for _ in tokens]
    made = []
    for number in range(count):
        who = (first + number) % len(tokens)
        lon, lat = inside(random.choice(GRIDS), east=random.random(), north=random.random())
        if is_flood:
            lon, lat = inside(GRIDS[0], east=random.uniform(0.5, 0.52), north=random.uniform(0.5, 0.52))
        body = {
            "id": str(uuid.uuid4()),
            "words": f"{FLOOD_WORDS}（{number}）" if is_flood else _words(),
            "position": {"lon": lon, "lat": lat, "datum": "wgs84", "accuracy_m": 12.5},
            "address": FLOODED if is_flood else f"迎春路{random.randint(1, 400)}号门前",
            "reporter_name": "李梅",
            "reporter_phone": "13800000000",
        }
        request = request_bytes(
            "POST", "/api/v1/incidents", token=tokens[who], body=json.dumps(body).encode()
        )
        head, rest = request.split(b"\r\n", 1)
        from_where = f"Cookie: {COOKIE}={devices[who]}\r\nX-Forwarded-For: 39.{who // 250}.{who % 250}.7\r\n"
        made.append(head + b"\r\n" + from_where.encode() + rest)
    return made


def _words() -> str:
    parts = random.choice(PLACES), random.choice(MATTERS), random.choice(SINCE)
    return f"{'，'.join(parts)}，门牌{random.randint(1, 999)}号附近，请尽快派人查看处理，住户{random.choice(PLACES)}转告。"


def _require_taken(outcome: Outcome, reports: int) -> None:
    if outcome.statuses != {201: reports}:
        raise RuntimeError(f"some reports were refused: {outcome.statuses}")


RAW = """
\\set n random(1, 999999999999)
begin;
insert into incidents_incident
 (id, receipt_no, tracking_index, fingerprint, channel, state, version, item_code, title, words, address, position,
  given_lon, given_lat, datum, accuracy_m, city_code, county_code, township_code, community_code, grid_code,
  scope_code, is_urgent, identity, reporter_id, reporter_name_sealed, reporter_phone_sealed, reporter_phone_index,
  reporter_phone_tail, sight_floor, centre_id, centre_area, reported_at, received_at, stage_started_at, stage_limit,
  due_at, warn_at, is_due_provisional, is_history, external_source, external_id, duplicate_of_external)
 values
 (@id::uuid, '20261116' || nextval('incidents_receipt'), uuid_send(@id::uuid), sha256(uuid_send(@id::uuid)),
  'resident', 10, 1, '', '小区门口路灯杆明显倾斜', '@words', '迎春路18号门前',
  ST_SetSRID(ST_MakePoint(112.305, 28.505), 4326), 112.305, 28.505, 'wgs84', 12.5, '4309', '430902', '430902001',
  '430902001001', '430902001001001', '430902001001001', false, 'named', gen_random_uuid(),
  sha256(uuid_send(@id::uuid)), sha256(uuid_send(@id::uuid)), uuid_send(gen_random_uuid()),
  uuid_send(gen_random_uuid()), 15, gen_random_uuid(), '430902001001', now(), now(), now(), '4h',
  now() + interval '4 hours', now() + interval '3 hours', false, false, '', '', '');
insert into incidents_step (id, incident_id, version, action, to_state, centre_area, person_id, actor_name, role, at,
  remark, is_internal, facts)
 values (gen_random_uuid(), @id::uuid, 1, 'report', 10, '430902001001', gen_random_uuid(), '李梅', 'resident', now(),
  '', false, '{}');
insert into incidents_participant (id, incident_id, unit_id, part, since_at, reported_at)
 values (gen_random_uuid(), @id::uuid, gen_random_uuid(), 'receiver', now(), now());
insert into audit_entry (at, xact, person_id, actor_name, role, permission, target, area_code, change)
 values (clock_timestamp(), pg_current_xact_id()::text::bigint, gen_random_uuid(), '李梅', 'resident',
  'report_incident', 'incidents.incident:' || @id, '430902001001001', '{"channel": "resident"}');
insert into procrastinate_jobs (queue_name, task_name, priority, args)
 values ('default', 'incidents.tell_of_report', 0, jsonb_build_object('incident_id', @id));
commit;
"""
MADE_ID = "(lpad((:client_id)::text, 8, '0') || '-0000-4000-8000-' || lpad((:n)::text, 12, '0'))"


def _raw_rate(database: str, *, clients: int, seconds: int) -> float:
    script = RAW.replace("@id", MADE_ID).replace("@words", WORDS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "raw.sql"
        path.write_text(script, encoding="utf-8")
        from tools.cluster import program

        done = subprocess.run(
            [
                program("pgbench"),
                "-n",
                "-M",
                "prepared",
                "-f",
                str(path),
                "-c",
                str(clients),
                "-j",
                "2",
                "-T",
                str(seconds),
                database,
            ],
            env=os.environ
            | {
                "PGHOST": os.environ["JINGWEI_DATABASE_HOST"],
                "PGPORT": os.environ["JINGWEI_DATABASE_PORT"],
                "PGUSER": "jingwei_owner",
                "PGPASSWORD": os.environ["JINGWEI_OWNER_PASSWORD"],
            },
            capture_output=True,
            text=True,
        )
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    if done.returncode or not found:
        raise RuntimeError(f"pgbench failed: {done.stderr}")
    return float(found[1])

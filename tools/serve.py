"""`./jw run`: seed the demo city, start web server, live server and worker, keep them up, stop them on Ctrl-C."""

import argparse
import ctypes
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from http import HTTPStatus
from types import FrameType

from tools import cluster
from tools.environment import ROOT
from tools.waiting import Waiting, work_of

FIRST_PORT, LAST_PORT = 8000, 8099
STOP_WITHIN_S = 15
LONGEST_PAUSE_S = 60
LOGGED = ("--log-level", "warning", "--log-config", str(ROOT / "jingwei/config/granian.json"))
"""The server's own lines go through the same formatter as ours."""
JINGWEI = (sys.executable, "-m", "jingwei")
SIGTERM_WHEN_PARENT_DIES = 1  # prctl(PR_SET_PDEATHSIG, …)


def web_command(host: str, port: int) -> list[str]:
    """The web server. Workers and threads: see docs/adr/0001-stack.md."""
    workers = os.environ.get("JINGWEI_WEB_WORKERS") or str(min(8, os.cpu_count() or 2))
    threads = os.environ.get("JINGWEI_WEB_THREADS") or "4"
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--http", "1", "--no-ws"]
    command += ["--host", host, "--port", str(port), "--workers", workers, "--blocking-threads", threads]
    command += ["--respawn-failed-workers", "--respawn-interval", "0.5", "--workers-kill-timeout", "10"]
    return [*command, *LOGGED, "jingwei.config.wsgi:application"]


def live_command(host: str, port: int) -> list[str]:
    """The server of live news: one process, because whoever listens must hear everything (docs/adr/0021-live.md)."""
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--http", "1", "--no-ws"]
    command += ["--host", host, "--port", str(port), "--workers", "1", "--backlog", "2048"]
    command += ["--backpressure", "8192", "--workers-kill-timeout", "5", "--respawn-failed-workers"]
    return [*command, *LOGGED, "jingwei.config.live:application"]


def live_environment(port: int, live_port: int) -> dict[str, str]:
    """Where pages find the live server that stands beside the web server, and whose pages may read it."""
    origins = [f"http://{host}:{port}" for host in ("127.0.0.1", "localhost")]
    return {"JINGWEI_LIVE_URL": f":{live_port}/live/events", "JINGWEI_WEB_ORIGINS": ",".join(origins)}


def worker_command() -> list[str]:
    return [*JINGWEI, "procrastinate", "worker"]


def follow_parent() -> None:
    """A child must not outlive a killed `./jw run` and keep its port."""
    ctypes.CDLL(None).prctl(SIGTERM_WHEN_PARENT_DIES, signal.SIGTERM, 0, 0, 0)


@dataclass
class Service:
    """One process that is started again when it dies, ever more slowly if it keeps dying."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    start_at: float = field(default=0.0)

    def start(self) -> None:
        # A session of its own, so that Ctrl-C reaches us alone and we can stop them in order.
        # Its kind names its files of the log: var/log/web-2026-11-16.jsonl.
        settings = os.environ | {"JINGWEI_PROCESS": self.name.split()[0]}
        self.process = subprocess.Popen(
            self.command, start_new_session=True, preexec_fn=follow_parent, env=settings
        )
        self.start_at = time.monotonic()

    def keep_up(self) -> None:
        if self.process is not None and self.process.poll() is not None:
            lived = time.monotonic() - self.start_at
            self.deaths = 1 if lived > LONGEST_PAUSE_S else self.deaths + 1
            pause = min(LONGEST_PAUSE_S, 2 ** (self.deaths - 1))
            print(f"The {self.name} ended with {self.process.returncode}; again in {pause} s.", flush=True)
            self.process, self.start_at = None, time.monotonic() + pause
        elif self.process is None and time.monotonic() >= self.start_at:
            self.start()

    def stop(self) -> None:
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            print(f"The {self.name} did not stop in {STOP_WITHIN_S} s: killed.", flush=True)
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def health(address: str) -> int | None:
    """What the server answers of itself: 200 when all is well; nothing while it does not answer."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(f"{address}/healthz", timeout=2) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code
    except OSError:
        return None


def is_healthy(address: str) -> bool:
    return health(address) == HTTPStatus.OK


class Interrupted(Exception):
    """Ctrl-C, or a request to end."""


def interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise Interrupted


def choose_port(wanted: int | None) -> int:
    if wanted is None:
        return cluster.free_port(FIRST_PORT, LAST_PORT)
    if not cluster.is_free(wanted):
        raise SystemExit(f"Port {wanted} is taken. Choose another: ./jw run --port N")
    return wanted


def step(what: str, *words: str) -> None:
    print(f"  {what}", flush=True)
    code = subprocess.run([*JINGWEI, *words], check=False).returncode
    if code:
        raise SystemExit(f"“./jw {' '.join(words)}” ended with {code}: see above. Nothing was started.")


def wait_until_healthy(address: str, services: list[Service]) -> None:
    """As long as the web server works at it: on a busy machine a start takes minutes. Raises: SystemExit."""
    print("  waiting for the web server", flush=True)
    web, waiting = services[0], Waiting(time.monotonic())
    while (status := health(address)) != HTTPStatus.OK:
        work = work_of(web.process.pid) if web.process else {}
        why = waiting.look(time.monotonic(), status=status, work=work)
        if why:
            raise SystemExit(
                f"Gave up waiting for the web server: {why}. See above and {ROOT}/var/log/web-*.jsonl."
            )
        told = waiting.tell(time.monotonic(), load=os.getloadavg()[0], processors=os.cpu_count() or 1)
        if told:
            print(f"  {told}", flush=True)
        for service in services:
            service.keep_up()
        time.sleep(0.2)


def serve(city: str, port: int) -> None:
    step(f"seeding the demo city ({city})", "demo", "--city", city)
    address = f"http://127.0.0.1:{port}"
    live_port = cluster.free_port(port + 1, port + 99)
    os.environ.update(live_environment(port, live_port))
    services = [
        Service("web server", web_command("127.0.0.1", port)),
        Service("live server", live_command("127.0.0.1", live_port)),
        Service("worker", worker_command()),
    ]
    try:
        for service in services:
            service.start()
        wait_until_healthy(address, services)
        print(f"\n  Jingwei  {address}\n  Desk     {address}/desk/\n  Phone    {address}/m/", flush=True)
        print(f"  API      {address}/api/v1/docs\n", flush=True)
        subprocess.run([*JINGWEI, "cast"], check=False)
        print("\n  Ctrl-C stops it.", flush=True)
        while True:
            time.sleep(0.5)
            for service in services:
                service.keep_up()
    finally:
        for kind in (signal.SIGINT, signal.SIGTERM):
            signal.signal(kind, signal.SIG_IGN)
        for service in services:
            service.stop()


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./jw run", description="Start Jingwei with a demo city.")
    parser.add_argument("--city", choices=("small", "full"), default="small", help="one county, or all of it")
    parser.add_argument("--port", type=int, help=f"web port; without it the first free one from {FIRST_PORT}")
    chosen = parser.parse_args(words)
    os.environ["JINGWEI_DEMO"] = "1"
    for kind in (signal.SIGINT, signal.SIGTERM):
        signal.signal(kind, interrupt)
    try:
        serve(chosen.city, choose_port(chosen.port))
    except Interrupted:
        print("\nStopped. The database stays up for other words; `./jw stop` ends it too.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

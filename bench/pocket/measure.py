"""The phone's first page, as a stranger with an old phone and a slow network meets it.

Served by the web server as `./jw run` starts it, over a database of its own, to the system's Chromium at 390×844, always
with an empty cache. Each figure is the median of five visits (--full: eleven).

first_load_kb        everything the first visit to /m/ fetches until the network is silent, as it travels, without a map
usable_3g_s          from the start of navigation until the first question is visible AND a tap on it was answered in
                     words; at 400 kbit/s down and up, 400 ms before each answer, and a processor four times slower
camera_3g_s          the same, until a tap on "take a photo" has opened the choice of a photo
mounted_3g_s         the same, until the whole app has taken over from the first question
lighthouse_performance, lighthouse_accessibility
                     Lighthouse 12 for a phone with its own simulated throttling (1.6 Mbit/s, 150 ms, processor ×4)

The browser delays each answer rather than each packet, so the hand-shakes of a connection cost nothing here; on a real
network they add one or two round trips. Everything runs on one machine: other work on it makes the figures worse.
"""

import json
import os
import statistics
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench.servers import bench_database, web_server
from tools.needs import browser as browser_path

HERE = Path(__file__).parent
VISITS, VISITS_FULL = 5, 11
PHONE = {"width": 390, "height": 844}
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
CPU_SLOWER = 4
PATIENCE_MS = 60_000
LIGHTHOUSE_CATEGORIES = ("performance", "accessibility")
LIGHTHOUSE_TRIES = 3
CHROME_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"

IS_ANSWERED = (
    "() => document.getElementById('first-answer')?.textContent || document.querySelector('#app[data-v-app]')"
)
IS_MOUNTED = "() => document.querySelector('#app[data-v-app]')"


def run(*, is_full: bool) -> dict[str, float]:
    """The figures."""
    visits = VISITS_FULL if is_full else VISITS
    with bench_database("pocket") as database, web_server(database) as server:
        address = f"http://127.0.0.1:{server.port}/m/"
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=browser_path())

            def median(measure: Callable[[Page, CDPSession, str], float]) -> float:
                return statistics.median(_visit(chromium, address, measure) for _ in range(visits))

            figures = {
                "first_load_kb": round(median(_first_load), 1),
                "usable_3g_s": round(median(_usable), 2),
                "camera_3g_s": round(median(_camera), 2),
                "mounted_3g_s": round(median(_mounted), 2),
            }
            chromium.close()
        return figures | _lighthouse(address, visits)


def _visit(chromium: Browser, address: str, measure: Callable[[Page, CDPSession, str], float]) -> float:
    """One visit of somebody who was never here."""
    context = chromium.new_context(
        viewport={"width": PHONE["width"], "height": PHONE["height"]},
        is_mobile=True,
        has_touch=True,
        locale="zh-CN",
    )
    try:
        page = context.new_page()
        return measure(page, context.new_cdp_session(page), address)
    finally:
        context.close()


def _first_load(page: Page, cdp: CDPSession, address: str) -> float:
    kept: dict[str, str] = {}
    sizes: list[float] = []

    def finished(event: dict[str, Any]) -> None:
        if "maplibre" not in kept.get(event["requestId"], ""):
            sizes.append(event["encodedDataLength"])

    cdp.on(
        "Network.responseReceived", lambda event: kept.update({event["requestId"]: event["response"]["url"]})
    )
    cdp.on("Network.loadingFinished", finished)
    cdp.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    page.wait_for_function(IS_MOUNTED)
    page.wait_for_load_state("networkidle")
    return sum(sizes) / 1024


def _slowly(page: Page, cdp: CDPSession, address: str) -> None:
    """Go there as over slow 3G with an old phone; returns when the first question stands there to be read."""
    cdp.send("Network.enable")
    cdp.send("Network.emulateNetworkConditions", SLOW_3G)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWER})
    page.goto(address, wait_until="commit", timeout=PATIENCE_MS)
    page.locator("#first h1").first.wait_for(state="visible", timeout=PATIENCE_MS)


def _usable(page: Page, cdp: CDPSession, address: str) -> float:
    """A tap on the way without a photo: it says at once that it was heard, or leads on."""
    _slowly(page, cdp, address)
    page.locator("#first a[href*='without=photo']").tap(timeout=PATIENCE_MS)
    page.wait_for_function(IS_ANSWERED, timeout=PATIENCE_MS)
    return _seconds(page)


def _camera(page: Page, cdp: CDPSession, address: str) -> float:
    """A tap on the camera opens the choice of a photo."""
    _slowly(page, cdp, address)
    with page.expect_file_chooser(timeout=PATIENCE_MS):
        page.locator("#first .first__photo").tap(timeout=PATIENCE_MS)
    return _seconds(page)


def _mounted(page: Page, cdp: CDPSession, address: str) -> float:
    _slowly(page, cdp, address)
    page.wait_for_function(IS_MOUNTED, timeout=PATIENCE_MS)
    return _seconds(page)


def _seconds(page: Page) -> float:
    """Since navigation began, by the page's own clock."""
    return float(page.evaluate("performance.now()")) / 1000


def _lighthouse(address: str, visits: int) -> dict[str, float]:
    """Median scores, 0 to 100."""
    _install_lighthouse()
    reports = [_report(address) for _ in range(visits)]
    return {
        f"lighthouse_{category}": round(
            statistics.median(report["categories"][category]["score"] * 100 for report in reports)
        )
        for category in LIGHTHOUSE_CATEGORIES
    }


def _report(address: str) -> dict[str, Any]:
    """One report; a trace that a busy browser did not record is taken again."""
    program = HERE / "node_modules/lighthouse/cli/index.js"
    categories = ",".join(LIGHTHOUSE_CATEGORIES)
    options = [
        "--output=json",
        "--quiet",
        f"--only-categories={categories}",
        f"--chrome-flags={CHROME_FLAGS}",
    ]
    command = ["node", str(program), address, *options]
    environment = os.environ | {"CHROME_PATH": browser_path()}
    fault = ""
    for _ in range(LIGHTHOUSE_TRIES):
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        report: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
        if report and not report.get("runtimeError"):
            return report
        fault = str(report.get("runtimeError") or done.stderr[-2000:])
    raise RuntimeError(f"Lighthouse failed {LIGHTHOUSE_TRIES} times, at last with:\n{fault}")


def _install_lighthouse() -> None:
    """From its own lock; nothing of it is needed to run or test Jingwei."""
    lock, stamp = HERE / "package-lock.json", HERE / "node_modules/.jingwei-lock"
    if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
        return
    subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], cwd=HERE, check=True
    )
    stamp.write_bytes(lock.read_bytes())

"""Somebody at the desk: a page of a real browser, signed in, in a language, a theme and a size."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Request,
    Response,
    expect,
)

from tests.databases import ROOT

AXE = ROOT / "web/node_modules/axe-core/axe.min.js"
WATCH = Path(__file__).with_name("watch.js")
SMALL, LARGE = (1440, 900), (1920, 1080)
PATIENCE_MS = 60_000
STANDS = """([place, busy]) => new Promise((go) => {
  const until = performance.now() + 20_000;
  let since = performance.now();
  const look = () => {
    const stands = [...document.querySelectorAll(place)].some((one) => one.checkVisibility());
    if (!stands || document.querySelector(busy)) since = performance.now();
    if (performance.now() - since > 80 || performance.now() > until) go();
    else setTimeout(look, 20);
  };
  look();
})"""
LEAD = """(place) => document.getElementById("app").__vue_app__.config.globalProperties.$router.push(place)
  .then(() => new Promise((go) => requestAnimationFrame(go)))"""
EXPECTED_NOISE = re.compile(
    r"Failed to load resource|net::ERR_|GL Driver Message|was preloaded using link preload"
)
"""The browser's own word for an answer that is not 2xx (what the server said is judged by its status instead), for a
machine without a graphics card, and for what the phone's first page fetches ahead when somebody begins at another."""


def outside(address: str, url: str) -> bool:
    """Whether a request leads to another machine than the one the page came from (live news have their own port)."""
    there = urlsplit(url)
    return there.scheme in {"http", "https", "ws", "wss"} and there.hostname != urlsplit(address).hostname


@dataclass(frozen=True, slots=True)
class Look:
    """How the desk is shown."""

    language: str = "zh-CN"
    theme: str = "light"
    density: str = "comfortable"
    size: tuple[int, int] = SMALL

    def __str__(self) -> str:
        return f"{self.language[:2]}-{self.theme}-{self.size[0]}x{self.size[1]}"

    @property
    def stored(self) -> str:
        return json.dumps({"language": self.language, "theme": self.theme, "density": self.density})


@dataclass
class Desk:
    """A person's browser window. What goes wrong in it is collected, and fails the test that looks at it."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)

    def listen(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.faults.append(f"uncaught: {error}"))
        self.page.on("response", self._judge)
        self.page.on("request", self._follow)

    def _follow(self, request: Request) -> None:
        """Nothing outside is asked for anything: no map, no font, no script."""
        if outside(self.address, request.url):
            self.faults.append(f"asked outside: {request.url}")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not EXPECTED_NOISE.search(message.text):
            self.faults.append(f"console {message.type}: {message.text}")

    def _judge(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status}: {response.request.method} {response.url}")

    def open(self, place: str) -> "Desk":
        """Go to a place of the desk by its address and wait until it has its data."""
        self.page.goto(f"{self.address}/desk{place}")
        self.settle()
        return self

    def lead(self, place: str) -> None:
        """Go on to another place of the same face, as its own links do: the app goes on, nothing of it is loaded anew."""
        self.page.evaluate(LEAD, place)
        self.settle()

    def settle(self) -> None:
        """Until the page stands and nothing is being loaded any more."""
        self.wait_in_page("#main, form, [data-page]", "[aria-busy='true'], .el-skeleton, .el-loading-mask")
        expect(self.page.locator("#main, form, [data-page]").first).to_be_visible()
        expect(self.page.locator("[aria-busy='true'], .el-skeleton, .el-loading-mask")).to_have_count(0)

    def wait_in_page(self, place: str, busy: str) -> None:
        """Until something is there and nothing has been busy for a moment: looked at within the page, and so seen soon.

        What Playwright looks at from outside it looks at again after a tenth, a quarter, half a second.
        A page that leads on meanwhile ends the waiting.
        """
        with suppress(Error):
            self.page.evaluate(STANDS, [place, busy])

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def fill_focused(self, text: str) -> None:
        """Write into the field that a key has opened and put the cursor in."""
        expect(self.page.locator("textarea:focus, input:focus")).to_be_visible()
        self.type(text)

    def tab_to(self, place: Locator, *, most: int = 160, back: bool = False) -> None:
        """Reach something by the Tab key alone. Raises where it cannot be reached."""
        for _ in range(most):
            if place.evaluate(
                "one => one === document.activeElement || one.contains(document.activeElement)"
            ):
                return
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"{place} is not reached by {most} presses of Tab")

    def choose(self, words: str, within: Locator) -> None:
        """Search by words from the field with the cursor and choose the first that they find.

        What was offered before the words must not be chosen: it goes away under the finger.
        """
        expect(within.locator("input:focus")).to_be_visible()
        with self.page.expect_response(lambda answer: quote(words) in answer.url):
            self.type(words)
        self.settle()
        self.page.evaluate(
            "() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"
        )
        expect(within.get_by_role("radio").first).to_be_visible()
        self.press("ArrowDown", "Space")
        expect(within.locator("input[type=radio]:checked")).to_have_count(1)

    def effects(self) -> dict[str, list[float]]:
        """How long each key took until the window showed something of it, and until the next matter stood there, in ms."""
        found: dict[str, list[float]] = {}
        for one in self.page.evaluate("() => window.jwEffects.splice(0)"):
            found.setdefault(one["what"], []).append(one["ms"])
        return found

    def slowest_interaction_ms(self) -> float:
        """The longest that the browser itself measured between an input and the next picture."""
        return float(self.page.evaluate("() => Math.max(0, ...window.jwInteractions.map((one) => one.ms))"))

    def require_calm(self) -> None:
        """Nothing was refused by the content policy, nothing thrown, nothing answered with 5xx."""
        assert not self.faults, "\n".join(self.faults)


Opening = Callable[..., Desk]


@contextmanager
def window(
    browser: Browser,
    address: str,
    *,
    secret: str | None = None,
    look: Look | None = None,
    with_axe: bool = False,
) -> Iterator[Desk]:
    """A fresh window: no cache, no memory, one cookie where a secret is given."""
    look = look or Look()
    width, height = look.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale=look.language,
        timezone_id="Asia/Shanghai",
        accept_downloads=True,
        reduced_motion="reduce",
        color_scheme="dark" if look.theme == "dark" else "light",
    )
    try:
        yield furnish(context, address, secret=secret, look=look, with_axe=with_axe)
    finally:
        context.close()


def furnish(
    context: BrowserContext, address: str, *, secret: str | None, look: Look, with_axe: bool = False
) -> Desk:
    """A page in a context that knows its look, its session and what to watch."""
    context.set_default_timeout(PATIENCE_MS)
    keep = f"localStorage.getItem('jingwei.preferences') ?? localStorage.setItem('jingwei.preferences', {look.stored!r})"
    context.add_init_script(keep)
    context.add_init_script(path=WATCH)
    if with_axe:
        context.add_init_script(path=AXE)
    if secret:
        context.add_cookies([{"name": "jw_session", "value": secret, "url": address}])
    desk = Desk(context.new_page(), address)
    desk.listen()
    return desk

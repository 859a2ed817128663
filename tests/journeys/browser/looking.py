"""What is asked of every page: accessible, readable at 200 %, its characters really drawn."""

from enum import StrEnum
from typing import Any

from tests.journeys.browser.desk import Desk

# Rules that axe itself calls minor or moderate are not asked: nobody looks at what they find.
# A colour on its way from one state to the next is nobody's choice: let every transition arrive first.
RUN_AXE = """async (options) => {
  // What inherits a colour may set out only when its parent has arrived.
  const moving = () => document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
  for (let round = 0; round < 20 && moving().length; round += 1) {
    moving().forEach((one) => one.finish());
    await new Promise((go) => requestAnimationFrame(go));
  }
  const mild = axe._audit.rules.filter((one) => ["minor", "moderate"].includes(one.impact)).map((one) => [one.id, { enabled: false }]);
  const rules = { ...Object.fromEntries(mild), ...options.rules };
  const found = await axe.run(document, { resultTypes: ["violations"], preload: false, ...options, rules });
  return found.violations.map((one) => ({
    id: one.id, impact: one.impact, help: one.help,
    places: one.nodes.slice(0, 4).map((node) => node.target.join(" ") + " — " + (node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? "")),
  }));
}"""
GRAVE = {"serious", "critical"}
CONTRAST = "color-contrast"


class Judged(StrEnum):
    """What of a page is looked at. Only its colours change with the theme, all but its colours with the language; with
    the size of letters what scrolls, and which of them are large enough for paler colours."""

    ALL = "all"
    COLOURS = "colours"
    SIZES = "sizes"
    ALL_BUT_COLOURS = "all but colours"


AXE_OPTIONS: dict[Judged, dict[str, Any]] = {
    Judged.ALL: {},
    Judged.COLOURS: {"runOnly": {"type": "rule", "values": [CONTRAST]}},
    Judged.SIZES: {"runOnly": {"type": "rule", "values": [CONTRAST, "scrollable-region-focusable"]}},
    Judged.ALL_BUT_COLOURS: {"rules": {CONTRAST: {"enabled": False}}},
}


def grave_faults(desk: Desk, judged: Judged = Judged.ALL) -> list[str]:
    """What axe calls serious or critical on the page once it stands: news may make it fetch anew meanwhile."""
    desk.settle()
    return grave_at_once(desk, judged)


def grave_at_once(desk: Desk, judged: Judged = Judged.ALL) -> list[str]:
    """The same, whatever the page is in the middle of."""
    found: list[dict[str, Any]] = desk.page.evaluate(RUN_AXE, AXE_OPTIONS[judged])
    return [
        f"{one['impact']} {one['id']}: {one['help']}\n      " + "\n      ".join(one["places"])
        for one in found
        if one["impact"] in GRAVE
    ]


OVERFLOW = """() => {
  const wide = (one) => one && one.scrollWidth > one.clientWidth + 1;
  const places = [document.documentElement, document.body, document.getElementById("main")].filter(wide);
  const culprits = [];
  if (places.length) {
    const edge = document.documentElement.clientWidth + 1;
    for (const one of document.querySelectorAll("body *")) {
      if (one.getBoundingClientRect().right > edge && culprits.length < 4) {
        culprits.push(`${one.tagName.toLowerCase()}.${one.className} to ${Math.round(one.getBoundingClientRect().right)} px`);
      }
    }
  }
  return places.map((one) => `${one.tagName.toLowerCase()} ${one.scrollWidth} > ${one.clientWidth}; ${culprits.join(", ")}`);
}"""


def overflow(desk: Desk) -> list[str]:
    """What is wider than the window, so that one would have to scroll sideways."""
    found: list[str] = desk.page.evaluate(OVERFLOW)
    return found


GLYPHS = """(extra) => {
  const text = document.body.innerText + extra;
  const characters = [...new Set(text)].filter((one) => one.trim() && !/\\p{C}/u.test(one) || extra.includes(one));
  const style = getComputedStyle(document.body);
  const canvas = Object.assign(document.createElement("canvas"), { width: 48, height: 48 });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const draw = (one) => {
    pen.fillStyle = "#fff"; pen.fillRect(0, 0, 48, 48); pen.fillStyle = "#000";
    pen.font = `32px ${style.fontFamily}`; pen.textBaseline = "top"; pen.fillText(one, 4, 4);
    const [sums, dots] = [[2166136261, 5381], new Uint32Array(pen.getImageData(0, 0, 48, 48).data.buffer)];
    for (let at = 0; at < dots.length; at += 1) {
      sums[0] = Math.imul(sums[0] ^ dots[at], 16777619);
      sums[1] = (Math.imul(sums[1], 33) + dots[at]) | 0;
    }
    return sums.join();
  };
  const blank = draw(" ");
  const boxes = new Set(["\\u{10FFFE}", "\\uFFFF", "\\uE5E5"].map(draw));
  const seen = new Map();
  const missing = [];
  for (const one of characters) {
    const drawn = draw(one);
    if (drawn === blank || boxes.has(drawn)) missing.push(one);
    else seen.set(drawn, one);
  }
  const chinese = characters.filter((one) => /\\p{Script=Han}/u.test(one)).length;
  return { characters: characters.length, chinese, missing, shapes: seen.size };
}"""


def glyphs(desk: Desk, extra: str = "") -> dict[str, Any]:
    """Draw every character of the page with the page's fonts and compare it with the box for a missing one."""
    found: dict[str, Any] = desk.page.evaluate(GLYPHS, extra)
    return found

"""What is asked of every page of the phone besides what is asked of every page: thumbs must hit, actions stay reachable."""

from tests.journeys.browser.phone.phone import Phone

LEAST_PX = 44

ACTIONS = """
const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.getClientRects().length > 0;
const words = (one) => [...one.childNodes].map((part) => part.nodeType === 3 ? part.data : part.nodeType !== 1 || part.matches("[class*=count]") ? "" : words(part)).join(" ");
const named = (one) => `${one.tagName.toLowerCase()} “${(one.getAttribute("aria-label") || words(one) || one.name || one.type || "").replaceAll(/\\s+/g, " ").trim().slice(0, 30)}”`;
const tapped = (one) => (one.matches("input[type=radio], input[type=checkbox], input[type=file]") && one.closest("label")) || one;
const actions = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [tabindex='0']")]
  .filter((one) => !one.disabled && !one.closest("[aria-hidden=true], [inert], .maplibregl-map, .jw-skip") && !one.matches(".jw-skip"))
  .filter((one) => shown(tapped(one)));
"""

SMALL = f"""() => {{
  {ACTIONS}
  const inText = (one) => one.tagName === "A" && getComputedStyle(one).display === "inline";
  return actions.filter((one) => !inText(one)).map((one) => [named(one), tapped(one).getBoundingClientRect()])
    .filter(([, box]) => box.height < {LEAST_PX} - 0.5 || box.width < {LEAST_PX} - 0.5)
    .map(([name, box]) => `${{name}} is ${{Math.round(box.width)}} × ${{Math.round(box.height)}} px`);
}}"""

UNREACHABLE = f"""async () => {{
  {ACTIONS}
  const width = document.documentElement.clientWidth;
  const fault = (one) => {{
    const place = tapped(one);
    place.scrollIntoView({{ block: "center", inline: "nearest", behavior: "instant" }});
    const box = [...place.getClientRects()][0];
    if (!box) return null;
    if (box.left < -1 || box.right > width + 1)
      return `${{named(one)}} reaches from ${{Math.round(box.left)}} to ${{Math.round(box.right)}} of ${{width}} px`;
    const points = [0.5, 0.2, 0.8].map((part) => [box.left + box.width / 2, box.top + box.height * part]);
    const hit = points.some(([x, y]) => {{
      const top = document.elementFromPoint(x, y);
      return top && (place.contains(top) || top.contains(place) && top === one.labels?.[0]);
    }});
    if (hit) return null;
    const [x, y] = points[0];
    const over = document.elementFromPoint(x, y);
    return `${{named(one)}} lies under ${{over ? over.tagName.toLowerCase() + "." + over.className : "nothing"}} at ${{Math.round(x)}}, ${{Math.round(y)}}`;
  }};
  const lost = [];
  for (const one of actions) {{
    if (!fault(one)) continue;
    // What follows the scrolling needs a frame to arrive: only what is lost then is lost.
    await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
    const found = fault(one);
    if (found) lost.push(found);
  }}
  window.scrollTo(0, 0);
  return lost;
}}"""

NAMES = f"""() => {{
  {ACTIONS}
  return actions.map(named).sort();
}}"""


def small_targets(phone: Phone) -> list[str]:
    """What a thumb would miss: buttons, fields and links lower or narrower than 44 px. Links within a sentence are not meant."""
    found: list[str] = phone.page.evaluate(SMALL)
    return found


def unreachable(phone: Phone) -> list[str]:
    """Actions that cannot be scrolled into sight and tapped: cut off at the side, or covered by something else."""
    found: list[str] = phone.page.evaluate(UNREACHABLE)
    return found


def actions(phone: Phone) -> list[str]:
    """Everything that can be tapped or filled in, by name."""
    found: list[str] = phone.page.evaluate(NAMES)
    return found

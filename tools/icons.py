"""Draw the phone's icons from its own SVG: `.venv/bin/python -m tools.icons`. Needed only when the SVG has changed."""

import re
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.needs import browser

POCKET = Path(__file__).resolve().parents[1] / "web/apps/pocket"
# Name, side in pixels, and whether the ground reaches the edge because the phone cuts its own shape out of it.
ICONS = (
    ("icon-192.png", 192, False),
    ("icon-512.png", 512, False),
    ("icon-maskable-512.png", 512, True),
    ("apple-touch-icon.png", 180, True),
)
INSET_PERCENT = 10


def page(svg: str, side: int, is_cut: bool) -> str:
    """The drawing on its own, or smaller on a ground without corners."""
    if not is_cut:
        return f"<style>*{{margin:0}}svg{{display:block;width:{side}px;height:{side}px}}</style>{svg}"
    ground = re.search(r'<rect[^>]*fill="(#[0-9a-f]{6})"', svg)
    colour = ground[1] if ground else "#1f5fbf"
    inner = side * (100 - 2 * INSET_PERCENT) // 100
    style = f"*{{margin:0}}body{{display:grid;place-content:center;width:{side}px;height:{side}px;background:{colour}}}"
    return f"<style>{style}svg{{display:block;width:{inner}px;height:{inner}px}}</style>{svg}"


def main() -> None:
    svg = (POCKET / "src/icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser())
        for name, side, is_cut in ICONS:
            sheet = chromium.new_page(viewport={"width": side, "height": side})
            sheet.set_content(page(svg, side, is_cut))
            sheet.screenshot(path=POCKET / "public" / name, omit_background=True)
        chromium.close()


if __name__ == "__main__":
    main()

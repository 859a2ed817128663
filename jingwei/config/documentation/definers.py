"""The few database functions that look past row-level security, read from the migrations that make them."""

import re
from dataclasses import dataclass
from pathlib import Path

from jingwei.config.documentation.glossary import table

JINGWEI = Path(__file__).resolve().parents[2]
MADE = re.compile(
    r"create (?:or replace )?function (jw_\w+)\s*\(([^)]*)\)(.*?)\$\$", re.IGNORECASE | re.DOTALL
)
SAID = re.compile(r"comment on function (jw_\w+)\([^)]*\) is\s*'((?:[^']|'')*)'", re.IGNORECASE)
FOUND = re.compile(r"found_within_sql\(\s*\"(jw_\w+)\"")
DROPPED = re.compile(r"drop function (?:if exists )?(jw_\w+)", re.IGNORECASE)


UNSAID = {
    "jw_actor_of_token": "Who stands behind a session or token: asked before anybody's eyes are set, by whoever holds the secret.",
    "jw_posts_open_to": "The posts a person holds or was lent, for signing in and for the switcher of posts.",
    "jw_posts_of_unit": "The posts of one unit and the staff who hold them, for assigning inside it; residents never appear.",
}
"""What the older ones are for; later ones carry a comment in the database."""


@dataclass(frozen=True, slots=True)
class Definer:
    """One function that runs with its owner's eyes."""

    name: str
    app: str
    takes: str
    meaning: str


def definers() -> list[Definer]:
    """Every definer function that stands at the end of all migrations, by name."""
    found: dict[str, Definer] = {}
    for path in sorted(JINGWEI.rglob("migrations/0*.py")):
        text, app = path.read_text(encoding="utf-8"), path.parents[1].name
        said = {name: " ".join(words.replace("''", "'").split()) for name, words in SAID.findall(text)}
        for name in DROPPED.findall(text):
            found.pop(name, None)
        for name in FOUND.findall(text):
            found[name] = Definer(
                name, app, "first text, behind text, within text, at_most integer", said.get(name, "")
            )
        for name, takes, body in MADE.findall(text):
            if "security definer" in body.lower():
                found[name] = Definer(
                    name, app, " ".join(takes.split()), said.get(name) or UNSAID.get(name, "")
                )
    return [found[name] for name in sorted(found)]


def section() -> str:
    rows = ([f"`{one.name}`", one.app, f"`{one.takes}`", one.meaning] for one in definers())
    return table(["函数", "所属", "参数", "用途"], rows)

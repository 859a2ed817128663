"""A document as one page of HTML for the printer. Nothing in it points anywhere: pictures are named, not addressed."""

from collections.abc import Iterator
from html import escape
from itertools import count
from uuid import UUID

from jingwei.foundation.documents.contracts import (
    Block,
    Document,
    Facts,
    Lanes,
    Language,
    Note,
    Pictures,
    Section,
    Table,
)
from jingwei.foundation.documents.rules.drawing import strips_of
from jingwei.foundation.documents.rules.style import STYLE

SCHEME = "jingwei-part:"
"""What the printer is asked for; anything else it is refused."""
LANGUAGE_TAGS = {Language.ZH: "zh-CN", Language.EN: "en"}
PAGE_WORDS = {Language.ZH: ("第", "页，共", "页"), Language.EN: ("page ", " of ", "")}


def picture_ids(document: Document) -> list[UUID]:
    """The photos that a document shows, each once."""
    blocks = [block for section in document.sections for block in section.blocks]
    found = (one.file_id for block in blocks if isinstance(block, Pictures) for one in block.pictures)
    return list(dict.fromkeys(found))


def drawings(document: Document) -> list[str]:
    """Every strip of the drawings of a document, in order: the n-th is asked for by its number."""
    blocks = [block for section in document.sections for block in section.blocks]
    return [strip for block in blocks if isinstance(block, Lanes) for strip in strips_of(block)]


def page_of(document: Document, *, shown: frozenset[UUID]) -> str:
    """The whole page; of the photos only those ``shown``."""
    language = LANGUAGE_TAGS[document.language]
    before, between, after = PAGE_WORDS[document.language]
    numbers = count()
    body = "".join(_section(one, shown, numbers) for one in document.sections)
    lines = "".join(f"<p>{escape(one)}</p>" for one in document.signatures)
    signed = f'<div class="signatures">{lines}</div>' if lines else ""
    mark = f'<div class="mark">{escape(document.mark)}</div>' if document.mark else ""
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(document.title)}</title>'
        f"<style>{STYLE}</style></head><body>"
        f'<div class="foot">{escape(document.foot)}</div>'
        f"{mark}"
        f'<div class="count">{before}<span class="page"></span>{between}<span class="pages"></span>{after}</div>'
        f"<h1>{escape(document.title)}</h1>{_facts(document.lead)}{body}"
        f"{signed}</body></html>"
    )


def _section(section: Section, shown: frozenset[UUID], numbers: Iterator[int]) -> str:
    parts = "".join(_block(block, shown, numbers) for block in section.blocks)
    return f"<section><h2>{escape(section.title)}</h2>{parts}</section>"


def _block(block: Block, shown: frozenset[UUID], numbers: Iterator[int]) -> str:
    if isinstance(block, Note):
        return f"<p>{escape(block.words)}</p>"
    if isinstance(block, Facts):
        return _facts(block.rows)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Lanes):
        says = escape(block.says, quote=True)
        return "".join(
            f'<img class="drawing" src="{SCHEME}drawing/{next(numbers)}" alt="{says}">'
            for _ in strips_of(block)
        )
    return _pictures(block, shown)


def _facts(rows: tuple[tuple[str, str], ...]) -> str:
    said = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in rows if value
    )
    return f"<dl>{said}</dl>" if said else ""


def _table(table: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(one)}</th>' for one in table.heads)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _pictures(block: Pictures, shown: frozenset[UUID]) -> str:
    figures = "".join(
        f'<figure><img src="{SCHEME}picture/{one.file_id}" alt="{escape(one.caption, quote=True)}">'
        f"<figcaption>{escape(one.caption)}</figcaption></figure>"
        for one in block.pictures
        if one.file_id in shown
    )
    return f'<div class="pictures">{figures}</div>' if figures else ""

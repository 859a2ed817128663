"""Words as they are looked up: folded to one way of writing, and from which text to which they lead.

Records that are found by their beginnings keep such texts beside them (``foundation.records.FoundText``); digests of
sealed numbers stand among them, behind a sign that no typed word keeps.
"""

import re
import unicodedata

LONGEST = 60
SIGN = "#"
BLANKS = re.compile(r"[\s，。、,.;；:：()（）\[\]【】\-—_/\\\"'“”‘’·•・#!！?？%~～]+")
BEHIND = "\U0010ffff"
"""Sorts behind everything that can be typed."""
PLACE_SIGNS = re.compile(r"[0-9０-９路街巷弄村组号栋幢楼室苑园城区镇乡]")


def plain(text: str) -> str:
    """Words without blanks and punctuation, in small letters and half width."""
    return BLANKS.sub("", unicodedata.normalize("NFKC", text)).lower()[:LONGEST]


def sounds_like_place(words: str) -> bool:
    """Whether words may mean an address as well as a name."""
    return len(plain(words)) >= 2 and bool(PLACE_SIGNS.search(words))


def address_ends(address: str) -> list[str]:
    """An address, and what stands behind each of its parts: road, lane, estate, building."""
    clean = plain(address)
    cuts = [match.end() for match in re.finditer(r"[省市区县镇乡村街路巷道组园苑城里弄号栋幢楼]", clean)]
    return list(dict.fromkeys(clean[at:] for at in (0, *cuts) if len(clean) - at >= 2))[:12]


def reach_of(words: str) -> tuple[str, str] | None:
    """From which text to which words lead; None where there is nothing to look for."""
    clean = plain(words)
    return (clean, clean + BEHIND) if clean else None


def exactly(lookup: str) -> tuple[str, str]:
    """The same for a digest, which is looked up whole."""
    return SIGN + lookup, SIGN + lookup + "\x01"

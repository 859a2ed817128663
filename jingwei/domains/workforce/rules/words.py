"""What people write of each other's work: no identity number, no telephone."""

import re

from jingwei.domains.workforce.rules.refusals import PersonalWords

NUMBER = re.compile(
    r"(?<!\d)(?:\d[ -]?){17}[\dXx](?!\d)|(?<!\d)(?:\d[ -]?){14}\d(?!\d)|(?<!\d)1[3-9]\d(?:[ -]?\d){8}(?!\d)"
)
FULL_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘ－　", "0123456789Xx- ")


def refuse_personal_words(*texts: str) -> None:
    """Raises: PersonalWords where a text holds what looks like an identity or mobile number."""
    for text in texts:
        if NUMBER.search(text.translate(FULL_WIDTH)):
            raise PersonalWords

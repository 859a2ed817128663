"""A proof of work instead of a riddle: the reporter's own device computes, nobody has to see, hear or solve anything.

The server signs a seed and keeps nothing. Whoever holds it looks for a number that makes a digest begin with enough
zero bits, for one report. It works without a network once the seed is there, and counts for one report only.
Source: Back, Hashcash, 2002; the digest is SHA-256, FIPS 180-4.
"""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from jingwei.kernel.crypto import seal

SEED_LASTS = timedelta(days=7)
"""A report written on the mountain is sent when the phone is back in the valley."""
EASIEST_BITS, HARDEST_BITS = 15, 20
"""About 33,000 and a million digests on average: a fifth of a second, and some seconds on an old phone."""
NONCE_BYTES, HEAD_BYTES, SIGN_BYTES = 12, 17, 16
LONGEST_ANSWER = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Seed:
    """A seed as it was signed: how many bits it asks for, and until when it counts."""

    text: str
    bits: int
    until: datetime


def make_seed(key: bytes, nonce: bytes, *, bits: int, at: datetime) -> Seed:
    """A signed seed. ``nonce`` is twelve random bytes."""
    until = at.replace(microsecond=0) + SEED_LASTS
    head = nonce + int(until.timestamp()).to_bytes(4, "big") + bytes([bits])
    return Seed(_written(head + _signature(key, head)), bits, until)


def read_seed(key: bytes, text: str, *, at: datetime) -> Seed | None:
    """The seed as it was signed; None for one that is not ours or has ended."""
    try:
        whole = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return None
    head, signature = whole[:HEAD_BYTES], whole[HEAD_BYTES:]
    if len(whole) != HEAD_BYTES + SIGN_BYTES or not hmac.compare_digest(signature, _signature(key, head)):
        return None
    if _written(whole) != text:  # two spellings of one seed would count twice
        return None
    until = datetime.fromtimestamp(int.from_bytes(head[NONCE_BYTES:16], "big"), UTC)
    return Seed(text, head[16], until) if at < until else None


def is_solved(seed: Seed, use: str, answer: int) -> bool:
    """Whether the answer makes the digest of seed, use and itself begin with the seed's number of zero bits."""
    digest = hashlib.sha256(f"{seed.text}.{use}.{answer}".encode()).digest()
    return int.from_bytes(digest, "big") >> (256 - seed.bits) == 0


def solve(seed: str, use: str, bits: int) -> int:
    """The smallest answer: what the browser does, for programs and for tests."""
    start, answer = hashlib.sha256(f"{seed}.{use}.".encode()), 0
    while True:
        tried = start.copy()
        tried.update(str(answer).encode())
        if int.from_bytes(tried.digest()[:4], "big") >> (32 - bits) == 0:
            return answer
        answer += 1


def _signature(key: bytes, head: bytes) -> bytes:
    return seal(key, b"challenge", head)[:SIGN_BYTES]


def _written(whole: bytes) -> str:
    return base64.urlsafe_b64encode(whole).decode().rstrip("=")

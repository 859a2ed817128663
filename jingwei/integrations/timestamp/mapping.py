"""The authority's words and ours. Pure: what is asked, and what a token says and is worth."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from cryptography.x509 import Certificate
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

QUERY_TYPE = "application/timestamp-query"
REPLY_TYPE = "application/timestamp-reply"
GRANTED = 0


class TokenFault(ValueError):
    """A token that is none, is not about this statement, or is not signed by somebody trusted. Says which."""


@dataclass(frozen=True, slots=True)
class Query:
    """One question: the bytes to send and the number that the answer must repeat."""

    content: bytes
    nonce: int


def query_for(statement: bytes) -> Query:
    """Ask for a stamp over a statement; only its SHA-256 leaves the house."""
    asked = TimestampRequestBuilder().data(statement).hash_algorithm(HashAlgorithm.SHA256).build()
    assert asked.nonce is not None
    return Query(asked.as_bytes(), asked.nonce)


def stamped_at(
    token: bytes, statement: bytes, roots: Sequence[Certificate], *, nonce: int | None = None
) -> datetime:
    """When the authority saw the statement, by its own clock. Raises: TokenFault.

    Checked: the answer grants; signature and chain lead to one of ``roots`` at the time of the stamp; the certificate
    is for time-stamping and nothing hides it (RFC 3161 §2.3); the imprint is the statement's; the nonce, where given.
    """
    try:
        answer = decode_timestamp_response(token)
    except ValueError:
        raise TokenFault("no time-stamp response") from None
    if answer.status != GRANTED:
        raise TokenFault(f"not granted: status {answer.status}")
    # Only the roots are handed over: certificates that come with a token link its signer to one, and prove nothing.
    verifier = VerifierBuilder(roots=list(roots), nonce=nonce).build()
    try:
        verifier.verify(answer, sha256(statement).digest())
    except VerificationError as fault:
        raise TokenFault(str(fault).split(":")[0]) from None
    except ValueError:
        raise TokenFault("the token cannot be read") from None
    return answer.tst_info.gen_time.astimezone(UTC)

"""The wire to a time-stamping authority. Source: RFC 3161 §3.4 (over HTTP)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cryptography.x509 import Certificate

from jingwei.foundation.audit.contracts import ProofRefused
from jingwei.integrations.timestamp.mapping import QUERY_TYPE, REPLY_TYPE, TokenFault, query_for, stamped_at
from jingwei.kernel.sockets import Asked, Call, OutsideDown


@dataclass(frozen=True, slots=True)
class TimestampWitness:
    """A witness of anchors. ``roots`` are the only certificates trusted, whatever else the system trusts."""

    url: str
    roots: Sequence[Certificate] = field(repr=False)
    call: Call = field(repr=False)
    name: str = "timestamp"

    def attest(self, statement: bytes) -> bytes:
        """A token over the statement, verified before it is believed. Raises: OutsideDown."""
        query = query_for(statement)
        answer = self.call(Asked("POST", self.url, query.content, QUERY_TYPE, REPLY_TYPE))
        if answer.status != 200:
            raise OutsideDown(reason=f"status {answer.status}")
        try:
            stamped_at(answer.body, statement, self.roots, nonce=query.nonce)
        except TokenFault as fault:
            raise OutsideDown(reason=f"token: {fault}") from None
        return answer.body

    def attested_at(self, statement: bytes, proof: bytes) -> datetime:
        """Raises: ProofRefused."""
        try:
            return stamped_at(proof, statement, self.roots)
        except TokenFault as fault:
            raise ProofRefused(reason=str(fault)) from None

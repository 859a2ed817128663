"""Reading the audit: for inspectors within their area, and whole, to verify it."""

from jingwei.foundation.audit.queries.anchors import (
    TAIL_BYTES,
    anchors_file,
    last_anchored,
    plug_witnesses,
    proofs_file,
    read_anchored,
    read_witnessed,
    witness_states,
    witnesses,
)
from jingwei.foundation.audit.queries.entries import entries_seen
from jingwei.foundation.audit.queries.verifying import (
    KEEPER,
    Portion,
    latest_check,
    latest_seal,
    latest_walk,
    marks_between,
    seal_facts,
    verification_of,
    verify,
    verify_portion,
)

__all__ = [
    "KEEPER",
    "TAIL_BYTES",
    "Portion",
    "anchors_file",
    "entries_seen",
    "last_anchored",
    "latest_check",
    "latest_seal",
    "latest_walk",
    "marks_between",
    "plug_witnesses",
    "proofs_file",
    "read_anchored",
    "read_witnessed",
    "seal_facts",
    "verification_of",
    "verify",
    "verify_portion",
    "witness_states",
    "witnesses",
]

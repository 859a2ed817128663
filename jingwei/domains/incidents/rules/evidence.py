"""Which proof an item still asks for."""

from collections.abc import Set

EVIDENCE_LABELS = {
    "photo_before": ("处置前照片", "a photo from before"),
    "photo_after": ("处置后照片", "a photo from after"),
    "document": ("文书", "a document"),
    "call_record": ("联系记录", "a record of the call"),
}
REPORT_KIND = "report"


def missing_evidence(wanted: Set[str], *, shown: Set[str], already: Set[str]) -> list[str]:
    """Kinds still to be shown, in the order people think of them.

    A photo with the report counts as the photo from before; the photo from after must come with this step.
    """
    have = set(shown) | (set(already) - {"photo_after"})
    if REPORT_KIND in already:
        have.add("photo_before")
    return [kind for kind in EVIDENCE_LABELS if kind in wanted and kind not in have]

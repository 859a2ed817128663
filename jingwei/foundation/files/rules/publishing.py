"""When a file may appear in public answers without a member of staff having looked at it."""

from jingwei.foundation.files.contracts import FileKind

MASK_FACE_FROM = 0.25
MASK_PLATE_FROM = 0.2
"""Confidence from which something is covered."""
DOUBT_FACE_FROM = 0.15
"""Confidence from which something that was *not* covered still makes a person look."""


def must_be_looked_at(kind: FileKind, *, covered: int, doubtful: int) -> bool:
    """Whether publishing waits for staff.

    Where one face or plate was found another may have been missed (small, turned away, dirty): such pictures wait.
    Only a photo in which the detectors saw nothing at all is free at once. Video, voice and documents always wait:
    frames between samples, voices and pictures inside a PDF are not covered reliably.
    """
    return kind is not FileKind.PHOTO or covered > 0 or doubtful > 0

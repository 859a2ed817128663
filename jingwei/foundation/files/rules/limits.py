"""How large and how long a file may be, and what of a picture is kept."""

from jingwei.foundation.files.contracts import FileKind

MEGABYTE = 1024 * 1024
SIZE_LIMIT_BYTES = {
    FileKind.PHOTO: 20 * MEGABYTE,
    FileKind.VIDEO: 100 * MEGABYTE,
    FileKind.VOICE: 10 * MEGABYTE,
    FileKind.DOCUMENT: 20 * MEGABYTE,
}
LARGEST_UPLOAD_BYTES = max(SIZE_LIMIT_BYTES.values())

PHOTO_LIMIT_PIXELS = 50_000_000
VIDEO_LIMIT_PIXELS = 9_500_000
"""A frame of 4K. Larger ones are refused by the decoder before memory is taken."""
VIDEO_LIMIT_SECONDS = 60
VOICE_LIMIT_SECONDS = 600
VIDEO_BUDGET_SECONDS = 240
"""How long masking one video may take; a machine too slow for it refuses rather than keeping it unmasked."""

STORED_SIDE_PX = 2048
"""The longer side of a stored photo. What the detectors see is exactly what is kept: a face too small for them
here (under ten pixels) is too small to be known by, and the original with its detail is never stored."""
VIDEO_SIDE_PX = 1280
VIDEO_FRAMES_PER_SECOND = 15
THUMB_SIZES_PX = (320, 1280)

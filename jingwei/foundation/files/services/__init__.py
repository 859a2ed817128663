"""Taking files in, tying them to a matter, masking and releasing them."""

from jingwei.foundation.files.services.claims import claim, sweep_files
from jingwei.foundation.files.services.intake import Upload, upload_file
from jingwei.foundation.files.services.review import hold_file, mask_file, release_file
from jingwei.foundation.files.services.uploads import (
    append_upload,
    create_upload,
    delete_upload,
    finish_upload,
    received_bytes,
    sweep_uploads,
    upload_of,
)

__all__ = [
    "Upload",
    "append_upload",
    "claim",
    "create_upload",
    "delete_upload",
    "finish_upload",
    "hold_file",
    "mask_file",
    "received_bytes",
    "release_file",
    "sweep_files",
    "sweep_uploads",
    "upload_file",
    "upload_of",
]

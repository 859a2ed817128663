"""Taking files in, tying them to a matter, masking and releasing them."""

from jingwei.foundation.files.services.claims import claim, sweep_files
from jingwei.foundation.files.services.intake import Upload, upload_file
from jingwei.foundation.files.services.review import hold_file, mask_file, release_file

__all__ = ["Upload", "claim", "hold_file", "mask_file", "release_file", "sweep_files", "upload_file"]

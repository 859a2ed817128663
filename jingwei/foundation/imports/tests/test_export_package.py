"""The package of files: every file under a name of its own that leads nowhere else, and who took them."""

import base64
import io
import zipfile
from pathlib import Path

from jingwei.foundation.imports.contracts.exports import Language
from jingwei.foundation.imports.services.export_packages import ABOUT, write_package
from jingwei.foundation.imports.tests.test_export_book import mark


def test_files_are_packed_under_their_names_with_a_note(tmp_path: Path) -> None:
    said = base64.b64encode(b"%PDF-1").decode()
    beats: list[int] = []
    rows = [["a.pdf", said], ["a.pdf", said], ["../../etc/x:y.pdf", said]]
    assert write_package(tmp_path / "p.zip", rows, mark(), beat=lambda: beats.append(1)) == 3
    with zipfile.ZipFile(io.BytesIO((tmp_path / "p.zip").read_bytes())) as package:
        names = package.namelist()
        assert names == ["a.pdf", "a-2.pdf", "_.._etc_x_y.pdf", ABOUT[Language.ZH]]
        assert {package.read(name) for name in names[:3]} == {b"%PDF-1"}
        about = package.read(ABOUT[Language.ZH]).decode("utf-8-sig")
    assert all(word in about for word in ("吴芳", "月度例会", "件数: 3"))
    assert len(beats) == 3

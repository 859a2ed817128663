"""The package that is handed out where an export holds files: each file under its name, and who took them."""

import base64
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from jingwei.foundation.imports.contracts.exports import Cell, Language
from jingwei.foundation.imports.services.export_books import Mark
from jingwei.kernel.clock import local

ABOUT = {Language.ZH: "说明.txt", Language.EN: "about.txt"}


def write_package(path: Path, rows: Iterable[Sequence[Cell]], mark: Mark, *, beat: Callable[[], None]) -> int:
    """Pack the files of ``rows`` (name, content in base64) into ``path``. Returns how many.

    Two of the same name are told apart by a number. The files are compressed already.
    """
    made_at = local(mark.at).timetuple()[:6]
    given: dict[str, int] = {}
    count = 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        for name, content in rows:
            plain = _unique(_safe(str(name)), given)
            package.writestr(zipfile.ZipInfo(plain, made_at), base64.b64decode(str(content)))
            count += 1
            beat()
        about = zipfile.ZipInfo(ABOUT[mark.language], made_at)
        package.writestr(about, f"\ufeff{_about(mark, count)}".encode(), zipfile.ZIP_DEFLATED)
    return count


def _safe(name: str) -> str:
    """A name that leads nowhere else, on any system."""
    return (
        "".join("_" if sign in '/\\:*?"<>|' or ord(sign) < 32 else sign for sign in name).strip(". ") or "_"
    )


def _unique(name: str, given: dict[str, int]) -> str:
    given[name] = given.get(name, 0) + 1
    if given[name] == 1:
        return name
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-{given[name]}.{ending}" if dot else f"{name}-{given[name]}"


def _about(mark: Mark, count: int) -> str:
    lines = (
        [
            ("内容", mark.title),
            ("导出人", mark.who),
            ("时间", mark.moment),
            ("用途", mark.purpose),
            ("筛选条件", mark.wish),
            ("件数", str(count)),
            ("导出编号", str(mark.export_id)),
            ("记录", "申请、每一件的打印和每次下载都记入审计。用完请删除本压缩包。"),
        ]
        if mark.language is Language.ZH
        else [
            ("Content", mark.title),
            ("Taken by", mark.who),
            ("When", mark.moment),
            ("Purpose", mark.purpose),
            ("Filter", mark.wish),
            ("Files", str(count)),
            ("Export number", str(mark.export_id)),
            (
                "Record",
                "The request, each file printed and every download stand in the audit. Delete this when done.",
            ),
        ]
    )
    return "\r\n".join(f"{name}: {said}" for name, said in lines) + "\r\n"

"""Found an empty city for real use: ./jw new-city CODES.csv [--boundaries FILE.geojson]."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jingwei.config.founding import Complaint, Founded, by_level, found_city, read_codes
from jingwei.config.founding_outlines import OutlinesRead, read_outlines
from jingwei.kernel.clock import local, now
from jingwei.kernel.errors import DomainError

MOST_COMPLAINTS_SHOWN = 200


class Command(BaseCommand):
    help = "按代码文件新建一个城市（用于正式使用）。先检查全部行，有错不写入。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "codes", type=Path, help="CSV：代码、名称，可有级别、类型、户数、人数（UTF-8 或 GB18030）"
        )
        parser.add_argument(
            "--boundaries", type=Path, help="GeoJSON 边界（WGS-84 或 CGCS2000），可只含部分区划"
        )
        parser.add_argument("--since", type=date.fromisoformat, help="区划生效日期 YYYY-MM-DD，默认今天")
        parser.add_argument("--username", default="admin", help="首位系统管理员的用户名")
        parser.add_argument("--administrator", default="系统管理员", help="首位系统管理员的姓名")
        parser.add_argument("--check", action="store_true", help="只检查，不写入")
        parser.add_argument("--english", action="store_true", help="messages in English")

    def handle(self, *args: Any, **options: Any) -> None:
        self.is_english = options["english"]
        for path in (options["codes"], options["boundaries"]):
            if path is not None and not path.is_file():
                raise CommandError(self._either(f"找不到文件 {path}", f"there is no file {path}"))
        codes = read_codes(options["codes"])
        self._refuse_if(codes.complaints, "行", "row")
        outlines = OutlinesRead()
        if options["boundaries"]:
            outlines = read_outlines(options["boundaries"], codes.rows)
            self._refuse_if(outlines.complaints, "要素", "feature")
        self._report(codes.skipped, [row.code for row in codes.rows], outlines)
        if options["check"]:
            self._say("检查通过，未写入任何内容。", "Checked; nothing was written.")
            return
        at = now()
        try:
            founded = found_city(
                codes.rows,
                outlines.outlines,
                on=options["since"] or local(at).date(),
                at=at,
                username=options["username"],
                administrator=options["administrator"],
            )
        except DomainError as refusal:
            raise CommandError(self._either(refusal.text, refusal.text_en)) from refusal
        self._welcome(founded)

    def _refuse_if(self, complaints: list[Complaint], noun: str, noun_en: str) -> None:
        if not complaints:
            return
        for complaint in complaints[:MOST_COMPLAINTS_SHOWN]:
            where = (
                self._either(f"第{complaint.row}{noun}：", f"{noun_en} {complaint.row}: ")
                if complaint.row
                else ""
            )
            self.stderr.write(where + self._either(complaint.message, complaint.message_en))
        count = len(complaints)
        raise CommandError(
            self._either(
                f"共{count}处错误，未写入任何内容。改正后再次执行。",
                f"{count} errors; nothing was written. Correct them and run the command again.",
            )
        )

    def _report(self, skipped: int, codes: list[str], outlines: OutlinesRead) -> None:
        self._say(f"区划 {len(codes)} 个：{by_level(codes)}", f"{len(codes)} areas")
        if skipped:
            self._say(
                f"省级行与空行 {skipped} 行，已略过",
                f"{skipped} rows of provinces or without content, skipped",
            )
        for zh, en in zip(outlines.notes, outlines.notes_en, strict=True):
            self._say(zh, en)
        undrawn = [code for code in codes if code not in outlines.outlines]
        if undrawn:
            self._say(
                f"没有边界的区划 {len(undrawn)} 个（{by_level(undrawn)}）：可以使用，但不能由位置自动找到",
                f"{len(undrawn)} areas have no border: usable, but a position cannot find them",
            )

    def _welcome(self, founded: Founded) -> None:
        self._say(
            f"{founded.city_name}（{founded.city_code}）已建成：区划 {founded.areas} 个，有边界 {founded.drawn} 个。",
            f"{founded.city_name} ({founded.city_code}) stands: {founded.areas} areas, {founded.drawn} with a border.",
        )
        self._say(
            f"综治中心 {founded.centres}，岗位待设；其他单位用“单位”表导入",
            "A centre for every area down to the communities, without posts; other units come in by the sheet of units",
        )
        self._say(
            f"首位管理员 {founded.username}，一次性密码 {founded.password}（只显示这一次，三天内登录并改密）",
            f"First administrator {founded.username}, one-time password {founded.password} "
            "(shown only now; sign in and change it within three days)",
        )

    def _say(self, zh: str, en: str) -> None:
        self.stdout.write(self._either(zh, en))

    def _either(self, zh: str, en: str) -> str:
        return en if self.is_english else zh

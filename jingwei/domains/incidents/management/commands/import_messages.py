"""Bring in a table of messages or history: ./jw import-messages FILE.csv[.gz] [--map …] [--area CODE]."""

import json
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from jingwei.domains.incidents.rules.transplant import ODDITY_LABELS
from jingwei.domains.incidents.rules.transplant_map import Arrival, ColumnMap, parse_map
from jingwei.domains.incidents.services.returning import receipts_file, returned_file
from jingwei.domains.incidents.services.taking_back import take_back_batch
from jingwei.domains.incidents.services.transplant import Survey, Tally, bring_in, rehearse, survey
from jingwei.foundation.areas.queries import children_of
from jingwei.kernel.clock import local, now
from jingwei.kernel.errors import DomainError

ARRIVAL_LABELS = {Arrival.LIVE: "待受理事件", Arrival.HISTORY: "历史事件"}


class Command(BaseCommand):
    help = "导入外部留言或历史事件（.csv、.csv.gz、.xlsx）。重复执行不会重复导入；中断后再执行即可接着导入。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="要导入的文件")
        parser.add_argument("--map", default="", help="映射：预设名称或 JSON 文件；不给则按表头识别")
        parser.add_argument("--area", default="", help="落到哪个区划（区县、乡镇街道、社区或网格代码）")
        parser.add_argument("--limit", type=int, default=None, help="只读前 N 行")
        parser.add_argument("--dry-run", action="store_true", help="只检查，不写入")
        parser.add_argument("--undo", type=UUID, default=None, metavar="BATCH", help="撤回一个批次")
        parser.add_argument("--report", type=Path, default=None, help="问题清单写到哪里（.csv）")
        parser.add_argument(
            "--receipts",
            type=Path,
            default=None,
            help="受理编号和查询码写到哪里（.csv），由来源单位转告留言人",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["undo"] is not None:
            self._undo(options["undo"])
            return
        at, started = now(), time.monotonic()
        path: Path | None = options["file"]
        if path is None or not path.is_file():
            raise CommandError(f"找不到文件 {path}。" if path else "请给出要导入的文件。")
        if options["limit"] is not None and options["limit"] < 1:
            raise CommandError("--limit 应为正整数。")
        try:
            presets = preset_maps()
            file = survey(path, chosen=_chosen(options["map"], presets), presets=list(presets.values()))
            area_code = options["area"] or _only_county()
            self._say(
                f"{path.name}：{file.rows} 行，映射 {file.chosen.name}，作为{ARRIVAL_LABELS[file.chosen.arrival]}。"
            )
            act = rehearse if options["dry_run"] else bring_in
            tally = act(
                file, area_code, at=at, limit=options["limit"], say=self._progress(file, options["limit"])
            )
        except DomainError as refusal:
            raise CommandError(refusal.text) from refusal
        self._tell(tally, time.monotonic() - started, is_rehearsal=options["dry_run"])
        if tally.told:
            report = options["report"] or _report_path(path, local(at).strftime("%Y%m%d-%H%M%S"))
            returned_file(tally.told, report)
            self._say(f"问题清单：{report}")
        if options["receipts"] and not options["dry_run"]:
            receipts_file(tally.handed, options["receipts"])
            self._say(f"回执：{options['receipts']}（{len(tally.handed)} 件）")

    def _undo(self, batch_id: UUID) -> None:
        try:
            done = take_back_batch(
                batch_id,
                at=now(),
                say=lambda sum_up: self._say(f"  已撤回 {sum_up.taken}，保留 {sum_up.kept}"),
            )
        except DomainError as refusal:
            raise CommandError(refusal.text) from refusal
        self._say(
            f"批次 {batch_id}：撤回 {done.taken} 件（作废，编号可重新导入），此前已撤回 {done.before} 件，"
            f"已有人办理而保留 {done.kept} 件。"
        )

    def _progress(self, file: Survey, limit: int | None) -> Any:
        whole = min(file.rows, limit or file.rows)
        shown = 0

        def show(tally: Tally) -> None:
            nonlocal shown
            tenth = 10 * tally.read // whole
            if tenth > shown:
                shown = tenth
                self._say(f"  {tally.read:>7} / {whole} 行，已导入 {tally.imported}")

        return show

    def _tell(self, tally: Tally, seconds: float, *, is_rehearsal: bool) -> None:
        done = "可导入" if is_rehearsal else "已导入"
        self._say(
            f"读取 {tally.read} 行：{done} {tally.imported}，此前已在库中 {tally.present}，"
            f"本文件内重复 {tally.repeated}，未接收 {tally.refused}；其中注明与他条重复 {tally.duplicates}。"
        )
        for oddity, count in tally.oddities.most_common():
            self._say(f"  {count:>7}  {ODDITY_LABELS[oddity][0]}")
        speed = tally.read / seconds if seconds else 0
        batch = "未写入任何数据" if is_rehearsal else f"批次 {tally.batch_id}"
        self._say(f"用时 {seconds:.1f} 秒（每秒 {speed:.0f} 行），{batch}。")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def preset_maps() -> dict[str, ColumnMap]:
    """The maps that come with Jingwei, by file name."""
    folder = Path(apps.get_app_config("config").path) / "standard" / "maps"
    return {path.stem: _map_of(path) for path in sorted(folder.glob("*.json"))}


def _chosen(given: str, presets: dict[str, ColumnMap]) -> ColumnMap | None:
    if not given:
        return None
    if given in presets:
        return presets[given]
    path = Path(given)
    if not path.is_file():
        raise CommandError(f"没有名为“{given}”的预设，也没有这个文件。现有预设：{'、'.join(presets)}。")
    return _map_of(path)


def _map_of(path: Path) -> ColumnMap:
    try:
        return parse_map(json.loads(path.read_text(encoding="utf-8-sig")))
    except (ValueError, RecursionError) as fault:
        raise CommandError(f"{path} 不是 JSON：{fault}") from fault


def _only_county() -> str:
    counties = [county for city in children_of(None) for county in children_of(city.code)]
    if len(counties) != 1:
        listed = "、".join(f"{one.code} {one.name}" for one in counties[:20]) or "（库中还没有区县）"
        raise CommandError(f"请用 --area 指定区划，例如：{listed}。")
    return counties[0].code


def _report_path(path: Path, stamp: str) -> Path:
    stem = path.name.partition(".")[0]
    return Path(settings.VAR_FOLDER) / "returned" / f"{stem}-{stamp}.csv"

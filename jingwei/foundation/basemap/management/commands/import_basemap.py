"""``./jw import-basemap FILE``: OpenStreetMap or a survey's GeoJSON becomes part of the base map."""

import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.basemap.contracts import Layer, Stage
from jingwei.foundation.basemap.models import BANDS, Dataset
from jingwei.foundation.basemap.rules.survey import Reading, columns_of
from jingwei.foundation.basemap.services.importing import Progress, import_file
from jingwei.foundation.basemap.services.reading import format_of
from jingwei.kernel.clock import now
from jingwei.kernel.errors import DomainError

IMPORTER = system_actor("底图导入")
OSM_WORDS = "© OpenStreetMap contributors"
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
LAYERS = [one.value for one in Layer]
LEFT_OUT = {
    "outside": ("不在本市范围内", "outside the city"),
    "unknown": ("底图用不到", "of no use to a base map"),
    "unwanted": ("按要求不要", "not wanted"),
    "empty": ("没有图形", "without geometry"),
    "form": (
        "图形不是这一层用的（如建筑层里的点）",
        "of another form than its layer (a point among buildings)",
    ),
    "broken": ("图形残缺，不能修复", "broken beyond repair"),
    "mended": ("图形有错，已修复后收入", "faulty, repaired and kept"),
}


class Command(BaseCommand):
    help = "把 OpenStreetMap（.osm.pbf）或测绘数据（.geojson）导入底图；中断后再执行同一条命令会接着做。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--name", help="数据集名（小写字母、数字、-），同名的新文件取代旧的；默认取文件名"
        )
        parser.add_argument("--attribution", help="地图上注明的来源，例如“益阳市自然资源和规划局 审图号…”")
        parser.add_argument("--as", dest="layer", choices=LAYERS, help="GeoJSON：全部要素都是这一层")
        parser.add_argument(
            "--field",
            action="append",
            default=[],
            help="GeoJSON：字段=列名，如 height=楼高、floors=层数、name=名称、kind=类别",
        )
        parser.add_argument("--where", help="GeoJSON：只要某列等于某值的要素，列名=值")
        parser.add_argument(
            "--datum", default="wgs84", help="坐标系：wgs84、cgcs2000、gcj02、bd09、gk3-37、utm49 …"
        )
        parser.add_argument("--only", default="", help="只要这些层，用逗号分开")
        parser.add_argument("--without", default="", help="不要这些层，例如已有测绘的建筑时：building")
        parser.add_argument("--everywhere", action="store_true", help="不限于本市及周围")
        parser.add_argument("--anew", action="store_true", help="放弃没做完的，从头再来；已显示的也重做")
        parser.add_argument("--english", action="store_true", help="messages in English")

    def handle(self, *args: Any, **options: Any) -> None:
        self.is_english = options["english"]
        file: Path = options["file"]
        if not file.is_file():
            raise CommandError(self._either(f"找不到文件 {file}", f"there is no file {file}"))
        try:
            dataset = self._imported(file, options)
        except DomainError as refusal:
            raise CommandError(self._either(refusal.text, refusal.text_en)) from refusal
        self._report(dataset)

    def _imported(self, file: Path, options: dict[str, Any]) -> Dataset:
        is_osm = format_of(file) == "osm"
        attribution = options["attribution"] or (OSM_WORDS if is_osm else "")
        if not attribution:
            raise CommandError(
                self._either(
                    "请用 --attribution 写明数据来源（会显示在地图上）",
                    "--attribution must name the source: it is shown on the map",
                )
            )
        return import_file(
            IMPORTER,
            file,
            name=self._name(options["name"] or file.name.partition(".")[0].lower().replace("_", "-")),
            attribution=attribution[:200],
            reading=self._reading(options),
            at=now(),
            is_anew=options["anew"],
            heard=self._heard,
        )

    def _reading(self, options: dict[str, Any]) -> Reading:
        where = None
        if options["where"]:
            column, _, value = options["where"].partition("=")
            where = (column, value)
        return Reading(
            datum=options["datum"],
            layer=Layer(options["layer"]) if options["layer"] else None,
            columns=columns_of(options["field"]),
            where=where,
            only=self._layers(options["only"]),
            without=self._layers(options["without"]),
            is_everywhere=options["everywhere"],
        )

    def _layers(self, written: str) -> tuple[Layer, ...]:
        names = [one.strip() for one in written.split(",") if one.strip()]
        unknown = [one for one in names if one not in LAYERS]
        if unknown:
            raise CommandError(
                self._either(
                    f"不认识的层 {'、'.join(unknown)}。可用：",
                    f"unknown layers {', '.join(unknown)}; known: ",
                )
                + ", ".join(LAYERS)
            )
        return tuple(Layer(one) for one in names)

    def _name(self, name: str) -> str:
        if not NAME.fullmatch(name):
            raise CommandError(
                self._either(
                    f"“{name}”不能作数据集名：请用 --name 给出小写字母、数字和 -",
                    f"“{name}” cannot name a data set: give --name in small letters, digits and -",
                )
            )
        return name

    def _heard(self, progress: Progress) -> None:
        if progress.stage is Stage.READING:
            self._say(
                f"  已读 {progress.objects_read} 个对象，收入 {progress.kept} 个",
                f"  {progress.objects_read} objects read, {progress.kept} kept",
            )
        else:
            self._say(
                f"  小比例尺 {progress.kept}/{len(BANDS)}", f"  small scales {progress.kept} of {len(BANDS)}"
            )

    def _report(self, dataset: Dataset) -> None:
        counts = "、".join(f"{layer} {count}" for layer, count in sorted(dataset.counts.items()))
        self._say(f"“{dataset.name}”已在底图上：{counts}", f"“{dataset.name}” is on the base map: {counts}")
        for why, count in sorted(dataset.left_out.items()):
            zh, en = LEFT_OUT[why]
            self._say(f"  {zh}：{count}", f"  {en}: {count}")

    def _say(self, zh: str, en: str) -> None:
        self.stdout.write(self._either(zh, en))

    def _either(self, zh: str, en: str) -> str:
        return en if self.is_english else zh

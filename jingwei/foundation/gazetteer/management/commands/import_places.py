"""``./jw import-places FILE``: named features of GeoJSON or OpenStreetMap become places that people find."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.gazetteer.services.importing import PBF, import_places
from jingwei.kernel.clock import now
from jingwei.kernel.errors import DomainError
from jingwei.kernel.geo import Datum

SURVEYOR = system_actor("地名导入")


class Command(BaseCommand):
    help = "把 GeoJSON 或 OpenStreetMap（.osm.pbf）里带名称的要素导入地名库；同一来源再导一次只更新，不重复。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--source", help="来源名，例如 osm、民政地名；默认取文件名")
        parser.add_argument("--datum", default="wgs84", choices=[one.value for one in Datum], help="坐标系")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"没有这个文件：{path.name}")
        if not path.name.endswith((*PBF, ".geojson", ".json")):
            raise CommandError("只能导入 .geojson、.json 或 .osm.pbf；表格请在“批量导入”里选“地点”。")
        source = options["source"] or path.name.split(".")[0]
        try:
            told = import_places(SURVEYOR, path, source=source[:40], datum=Datum(options["datum"]), at=now())
        except DomainError as refused:
            raise CommandError(refused.text) from None
        except (ValueError, RuntimeError) as broken:
            raise CommandError(f"文件不能读取：{broken}") from None
        self.stdout.write(f"{path.name}（来源“{source}”）：{told.say()}。")

"""Write the OpenAPI document that the generated client and the matrix are made from: ./jw export-openapi."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from jingwei.config.api import document

ROOT = Path(__file__).resolve().parents[4]
OPENAPI_FILE = ROOT / "docs" / "generated" / "openapi.json"


def exported() -> str:
    """The document as text, the same on every machine."""
    return json.dumps(document(), ensure_ascii=False, indent=2) + "\n"


class Command(BaseCommand):
    help = "把接口文档写入 docs/generated/openapi.json。"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=Path, default=OPENAPI_FILE, help="写到别处，例如用于比对")

    def handle(self, *args: Any, **options: Any) -> None:
        target: Path = options["to"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(exported(), encoding="utf-8")
        self.stdout.write(f"    已写入 {target}")

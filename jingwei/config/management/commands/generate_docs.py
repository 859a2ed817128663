"""Write everything that is generated: the document, the pages made from tables, and the client: ./jw generate-docs."""

import shutil
import subprocess
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jingwei.config.documentation import pages
from jingwei.config.documentation.labels import LABELS_FILE, typescript
from jingwei.config.management.commands.export_openapi import OPENAPI_FILE, ROOT, exported


class Command(BaseCommand):
    help = "生成接口文档、流程图、权限矩阵、拒绝代码、事件表和前端客户端。"
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        folder = OPENAPI_FILE.parent
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in {OPENAPI_FILE.name: exported(), **pages()}.items():
            (folder / name).write_text(text, encoding="utf-8")
            self.stdout.write(f"    docs/generated/{name}")
        LABELS_FILE.parent.mkdir(parents=True, exist_ok=True)
        LABELS_FILE.write_text(typescript(), encoding="utf-8")
        self.stdout.write(f"    {LABELS_FILE.relative_to(ROOT)}")
        self._generate_client()

    def _generate_client(self) -> None:
        if shutil.which("npm") is None or not (ROOT / "web" / "node_modules").exists():
            raise CommandError("缺少 Node.js 或前端依赖，客户端没有更新。先执行 ./jw setup。")
        done = subprocess.run(
            ["npm", "run", "--silent", "generate"], cwd=ROOT / "web", capture_output=True, text=True
        )
        if done.returncode:
            raise CommandError(f"客户端没有更新：\n{done.stdout}{done.stderr}")
        self.stdout.write("    web/packages/client/src/generated/")

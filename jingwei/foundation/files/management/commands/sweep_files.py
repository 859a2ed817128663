"""`./jw sweep-files`: what the hourly task does, by hand."""

from typing import Any

from django.core.management.base import BaseCommand

from jingwei.foundation.files.services import sweep_files, sweep_uploads
from jingwei.kernel.clock import now


class Command(BaseCommand):
    help = "清理没有传完的、一周内未被使用的附件，以及没有登记的残留文件。Remove unfinished and unattached uploads and stray content."

    def handle(self, *args: Any, **options: Any) -> None:
        gone = sweep_uploads(at=now()) + sweep_files(at=now())
        self.stdout.write(f"已清理 {gone} 个文件 · {gone} files removed")

"""``./jw rebuild-map [LAYER …]``: make the map's counts anew from the rows, and check them."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jingwei.foundation.maps.queries.registry import counted_layers
from jingwei.foundation.maps.services.folding import differences, rebuild


class Command(BaseCommand):
    help = "重做地图的计数：按图层，或全部。Make the map's counts anew, by layer or all of them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("layers", nargs="*")

    def handle(self, *args: Any, **options: Any) -> None:
        known = {layer.key: layer for layer in counted_layers()}
        wanted = options["layers"] or list(known)
        for key in wanted:
            if key not in known:
                raise CommandError(f"{key}: {', '.join(known)}")
            rows = rebuild(known[key])
            wrong = differences(known[key])
            self.stdout.write(f"{key}: {rows} rows counted, {len(wrong)} differences")

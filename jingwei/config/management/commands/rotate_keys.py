"""``./jw rotate-keys``: every personal value sealed anew under the present key; ``--state`` only tells where it stands."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from jingwei.config.rotating import OLD_STYLE, BusyElsewhere, missing_marks, rotate, standings
from jingwei.kernel.crypto import KeyRing


class Command(BaseCommand):
    help = "更换加密密钥：把个人信息逐批换到现用的密钥下，可随时中断再来；--state 只看进度。Seal personal values under the present key."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--state", action="store_true", help="only tell under which keys values stand")
        parser.add_argument("--portion", type=int, default=500, help="so many rows in one transaction")

    def handle(self, *args: Any, **options: Any) -> None:
        ring: KeyRing = settings.FIELD_KEY
        self._require_keys(ring)
        if not options["state"]:
            self._rotate(options["portion"])
        left = self._tell(ring)
        if left:
            raise SystemExit(1)

    def _require_keys(self, ring: KeyRing) -> None:
        missing = missing_marks(standings(), ring)
        if missing:
            listed = "、".join(f"{mark}（{count} 个值）" for mark, count in sorted(missing.items()))
            raise CommandError(
                f"设置里缺这些密钥：{listed}。把它们加进 JINGWEI_FIELD_KEYS_BESIDE 再来；现有的是 {'、'.join(ring.marks)}。"
                f" Keys are missing from JINGWEI_FIELD_KEYS_BESIDE: {', '.join(sorted(missing))}."
            )

    def _rotate(self, portion: int) -> None:
        try:
            done = rotate(lambda name, count: self.stdout.write(f"  {name}  {count}"), portion=portion)
        except BusyElsewhere:
            raise CommandError("另一处正在更换。Another rotation is running.") from None
        self.stdout.write(f"换到现用密钥下：{done.total} 个值。Sealed anew: {done.total}.")
        for one in done.unreadable[:20]:
            self.stderr.write(f"打不开，原样留着 cannot be opened, left as it is: {one}")

    def _tell(self, ring: KeyRing) -> int:
        left = 0
        for one in standings():
            left += one.left(ring)
            marks = "，".join(f"{_name(mark, ring)} {count}" for mark, count in sorted(one.by_mark.items()))
            self.stdout.write(f"{'!!' if one.left(ring) else '  '} {one.column.name}：{marks}")
        self.stdout.write(
            f"还有 {left} 个值不在现用的密钥下。{left} values do not stand under the present key."
            if left
            else f"全部在现用的密钥 {ring.mark.hex()} 下。Everything stands under the present key."
        )
        return left


def _name(mark: str, ring: KeyRing) -> str:
    if mark == OLD_STYLE:
        return "未注明密钥"
    return f"现用 {mark}" if mark == ring.mark.hex() else f"其他 {mark}"

"""Every app has the same rooms, and no room holds what does not belong there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house import rooms
from tests.house.walls import ROOT

Check = Callable[[Path], list[str]]

# A check, and a file that it must refuse.
CHECKS: list[tuple[Check, str, str]] = [
    (rooms.overlong_files, "jingwei/kernel/geo.py", "x = 1\n" * 601),
    (rooms.overlong_files, "web/apps/desk/src/pages/incidents/List.vue", "<br>\n" * 601),
    (rooms.overlong_files, "jw", "true\n" * 601),
    (rooms.forbidden_names, "jingwei/foundation/areas/queries/utils.py", ""),
    (rooms.forbidden_names, "jingwei/domains/common/rules.py", ""),
    (rooms.forbidden_names, "web/apps/desk/src/helpers/date.ts", ""),
    (rooms.strange_rooms, "jingwei/foundation/areas/importers.py", ""),
    (rooms.strange_rooms, "jingwei/foundation/areas/geometry/cells.py", ""),
    (rooms.strange_rooms, "jingwei/foundation/shortcuts.py", ""),
    (rooms.strange_rooms, "jingwei/integrations/hotline/settings.py", ""),
    (rooms.busy_packages, "jingwei/foundation/areas/__init__.py", "from .models import Area\n"),
    (
        rooms.save_overrides,
        "jingwei/foundation/areas/models.py",
        "class A(Model):\n    def save(self): ...\n",
    ),
    (
        rooms.save_overrides,
        "jingwei/foundation/areas/models/a.py",
        "class A(Base):\n    def clean(self): ...\n",
    ),
    (rooms.reasonless_unscoped, "jingwei/foundation/areas/queries.py", "rows.unscoped()\n"),
    (rooms.reasonless_unscoped, "jingwei/foundation/areas/queries.py", "rows.unscoped('')\n"),
    (rooms.reasonless_unscoped, "jingwei/foundation/areas/queries.py", "rows.unscoped('todo')\n"),
    (rooms.reasonless_unscoped, "jingwei/foundation/areas/queries.py", "rows.unscoped(reason)\n"),
    (rooms.signals, "jingwei/foundation/areas/services.py", "from django.dispatch import receiver\n"),
    (
        rooms.impure_rules,
        "jingwei/foundation/areas/rules.py",
        "from datetime import datetime\ndatetime.now()\n",
    ),
    (rooms.impure_rules, "jingwei/foundation/areas/rules/limits.py", "open('limits.csv')\n"),
]


@pytest.mark.parametrize("check", dict.fromkeys(check for check, _, _ in CHECKS), ids=lambda c: c.__name__)
def test_the_house_is_in_order(check: Check) -> None:
    assert check(ROOT) == []


@pytest.mark.parametrize(("check", "path", "text"), CHECKS, ids=lambda part: getattr(part, "__name__", None))
def test_the_check_can_fail(tmp_path: Path, check: Check, path: str, text: str) -> None:
    planted = tmp_path / path
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text(text, encoding="utf-8")
    (complaint,) = check(tmp_path)
    assert path.removesuffix(".py").rpartition("/")[0] in complaint


def test_the_checks_see_the_whole_house() -> None:
    seen = {path.relative_to(ROOT).as_posix() for path in rooms.source_files(ROOT)}
    assert {"jw", "jingwei/config/settings.py", "tests/house/test_rooms.py", "tools/cluster.py"} <= seen
    assert {app.name for app in rooms.apps(ROOT)} >= {"areas", "access", "audit", "events"}
    assert {path.parent.name for path in rooms.pure_files(ROOT)} >= {"areas", "access"}

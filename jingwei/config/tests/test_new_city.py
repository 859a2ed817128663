"""Founding a city on a real, empty database."""

import io
import json
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from jingwei.domains.clocks.queries import year_briefs
from jingwei.domains.routing.queries import list_briefs
from jingwei.foundation.access.contracts import Role
from jingwei.foundation.access.queries import posts_open_to
from jingwei.foundation.administration.services.door import sign_in
from jingwei.foundation.areas.queries import children_of, city_codes, locate
from jingwei.kernel.clock import now
from tests.databases import owner_connection

CODES = "code,name\n4309,益阳市\n430902,资阳区\n430902005,大码头街道\n"
BORDERS = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"code": "430902"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[112, 28], [113, 28], [113, 29], [112, 29], [112, 28]]],
            },
        }
    ],
}


def new_city(tmp_path: Path, codes: str, *options: str) -> str:
    path = tmp_path / "codes.csv"
    path.write_text(codes, encoding="utf-8")
    out = io.StringIO()
    call_command("new_city", str(path), *options, stdout=out, stderr=out)
    return out.getvalue()


@pytest.mark.usefixtures("empty_database")
def test_nothing_is_written_while_a_row_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="共1处错误，未写入任何内容"):
        new_city(tmp_path, CODES + "430902005,又一个\n")
    assert city_codes() == []


@pytest.mark.usefixtures("empty_database")
def test_checking_writes_nothing(tmp_path: Path) -> None:
    assert "检查通过" in new_city(tmp_path, CODES, "--check")
    assert city_codes() == []


def test_a_city_is_founded_once_with_one_sign_in(tmp_path: Path, empty_database: str) -> None:
    borders = tmp_path / "borders.geojson"
    borders.write_text(json.dumps(BORDERS), encoding="utf-8")

    said = new_city(tmp_path, CODES, "--boundaries", str(borders), "--username", "yiyang")

    assert [(brief.name, brief.items) for brief in list_briefs()] == [("标准事项清单", 332)]
    assert [brief.year for brief in year_briefs(at=now()) if brief.is_entered] == [2026, 2025, 2024]
    assert "没有边界的区划 2 个（市 1、乡镇街道 1）" in said
    assert city_codes() == ["4309"]
    assert [child.code for child in children_of("4309")] == ["430902"]
    assert locate(112.5, 28.5).area_code == "430902"
    found = re.search(r"一次性密码 (\S+)（", said)
    assert found
    assert_administrator(empty_database, "yiyang", found.group(1))

    with pytest.raises(CommandError, match="库里已有城市"):
        new_city(tmp_path, CODES)
    with pytest.raises(CommandError, match="already holds a city"):
        new_city(tmp_path, CODES, "--english")


def assert_administrator(database: str, username: str, password: str) -> None:
    assert sign_in(username, password, at=now())
    with owner_connection(database) as owner:
        ((person_id,),) = owner.execute(
            "select person_id from access_account where username = %s", [username]
        ).fetchall()
        entries = owner.execute("select actor_name, area_code from audit_entry order by id").fetchall()
    (post,) = posts_open_to(person_id, at=now())
    assert (post.role, post.area_code, post.unit_name) == (
        Role.ADMINISTRATOR,
        "4309",
        "益阳市社会治理指挥中心",
    )
    assert entries.count(("建城", "4309")) == 2

"""Life in a city right after its founding: reports reach their own centre, and the administrator sets up the rest."""

import io
import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.test import Client

from jingwei.foundation.access.services import open_session
from jingwei.kernel.clock import now
from tests.databases import owner_connection

CODES = """code,name
4309,益阳市
430902,资阳区
430902005,大码头街道
430902005001,石码头社区
430902005001001,石码头社区第一网格
"""
TREE = "select code, name, kind, (select code from access_unit p where p.id = u.parent_id) from access_unit u"


class City:
    """The founded city, over HTTP as its first administrator."""

    def __init__(self, database: str, said: str) -> None:
        self.said = said
        with owner_connection(database) as owner:
            self.tree = owner.execute(TREE + " order by length(area_code)").fetchall()
            ((person_id,),) = owner.execute(
                "select person_id from access_account where username = 'admin'"
            ).fetchall()
            # The one-time password was changed already.
            owner.execute(
                "update access_account set password_expires_at = null where person_id = %s", [person_id]
            )
        self.bearer = {"Authorization": f"Bearer {open_session(person_id, at=now())}"}

    def call(self, method: str, path: str, body: Any = None, *, as_public: bool = False) -> Any:
        return Client().generic(
            method,
            f"/api/v1{path}",
            json.dumps(body),
            content_type="application/json",
            headers={} if as_public else self.bearer,
        )


@pytest.fixture(scope="module")
def city(empty_database: str, tmp_path_factory: pytest.TempPathFactory) -> City:
    path: Path = tmp_path_factory.mktemp("codes") / "codes.csv"
    path.write_text(CODES, encoding="utf-8")
    out = io.StringIO()
    call_command("new_city", str(path), stdout=out, stderr=out)
    return City(empty_database, out.getvalue())


def test_a_centre_stands_for_every_area_down_to_the_community(city: City) -> None:
    assert [tuple(row) for row in city.tree] == [
        ("4309-centre", "益阳市社会治理指挥中心", "centre", None),
        ("430902-centre", "资阳区社会治理指挥分中心", "centre", "4309-centre"),
        ("430902005-centre", "大码头街道社会治理指挥所", "centre", "430902-centre"),
        ("430902005001-centre", "石码头社区社会治理工作站", "centre", "430902005-centre"),
    ]
    assert "综治中心 市 1、区县 1、乡镇街道 1、村社区 1" in city.said


def test_a_community_report_reaches_the_communitys_centre(city: City) -> None:
    body = {
        "id": str(uuid4()),
        "words": "楼下垃圾堆了三天没人清",
        "area_code": "430902005001",
        "address": "石码头路18号门前",
        "reported_at": now().isoformat(),
    }
    answer = city.call("POST", "/incidents", body, as_public=True)
    assert answer.status_code == 201, answer.content
    assert answer.json()["centre_name"] == "石码头社区社会治理工作站"


def test_the_first_administrator_opens_a_department_and_fills_its_post(city: City) -> None:
    unit = city.call(
        "POST",
        "/units",
        {"code": "430902-urban", "name": "资阳区城管局", "kind": "城市管理", "area_code": "430902"},
    )
    assert unit.status_code == 201, unit.content
    post = city.call(
        "POST",
        "/posts",
        {"title": "经办人", "role": "handler", "area_code": "430902", "unit_id": unit.json()["id"]},
    )
    assert post.status_code == 201, post.content
    newcomer = city.call("POST", f"/posts/{post.json()['id']}/newcomer", {"name": "钱伟", "username": "qian"})
    assert newcomer.status_code == 201, newcomer.content
    listed = city.call("GET", "/units?kind=urban_management").json()["rows"]
    assert [(row["code"], row["area_code"]) for row in listed] == [("430902-urban", "430902")]

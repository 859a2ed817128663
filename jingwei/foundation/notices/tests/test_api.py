"""The inbox over HTTP."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from jingwei.foundation.access.contracts import Actor, system_actor
from jingwei.foundation.access.services import open_session
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_post
from jingwei.kernel.clock import now
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/notices"


class Hand:
    def __init__(self, actor: Actor) -> None:
        assert actor.person_id
        self.headers = {"Authorization": f"Bearer {open_session(actor.person_id, at=now())}"}
        self.client = Client()

    def get(self, path: str = ""):
        return self.client.get(ROOT + path, headers=self.headers)

    def post(self, path: str, body: object = None):
        return self.client.post(ROOT + path, body, content_type="application/json", headers=self.headers)


@pytest.fixture
def told() -> list[str]:
    crier = system_actor("测试通知")
    words = Words("新事件", "New incident")
    return [
        str(
            notify_post(
                crier,
                CAST.wu.post_id,
                kind="new",
                words=words,
                target=str(n),
                at=MONDAY_10 + timedelta(minutes=n),
            )
        )
        for n in range(3)
    ]


def test_the_inbox_is_listed_counted_and_read(told: list[str]) -> None:
    wu = Hand(CAST.wu)
    assert wu.get("/unread").json() == {"unread": 3}
    first = wu.get("?limit=2").json()
    rest = wu.get(f"?limit=2&cursor={first['next_cursor']}").json()
    assert [n["id"] for n in first["rows"] + rest["rows"]] == told[::-1]
    assert wu.post(f"/{told[0]}/read").status_code == 204
    assert wu.post(f"/{told[0]}/read").status_code == 204
    assert [n["id"] for n in wu.get("?only_unread=true").json()["rows"]] == [told[2], told[1]]
    until = first["rows"][1]["at"]
    assert wu.post("/read", {"until": until}).json() == {"marked": 1}
    assert wu.get("/unread").json() == {"unread": 1}


def test_strangers_see_and_read_nothing(told: list[str]) -> None:
    zhao = Hand(CAST.zhao)
    assert zhao.get().json() == {"rows": [], "next_cursor": None}
    answer = zhao.post(f"/{told[0]}/read")
    assert (answer.status_code, answer.json()["code"]) == (404, "notices.unknown")
    assert zhao.post(f"/{uuid4()}/read").status_code == 404
    assert zhao.post("/read", {"until": now().isoformat()}).json() == {"marked": 0}
    assert Client().get(ROOT).status_code == 401


def test_odd_requests_are_refused(told: list[str]) -> None:
    wu = Hand(CAST.wu)
    assert wu.get("?cursor=abc").status_code == 422
    assert wu.get("?limit=0").status_code == 422
    assert wu.post("/read", {"until": "2026-11-16T10:00:00"}).status_code == 422
    assert wu.post("/read", {}).status_code == 422

"""The link in a message: it asks, takes one answer, and opens nothing else."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.tests.walking import Walk
from jingwei.domains.returnvisits.rules.refusals import LinkOver, LinkUnknown
from jingwei.domains.returnvisits.services import linked_visit
from jingwei.domains.returnvisits.tests.visiting import closed, everybody_is_visited, visit_of
from jingwei.foundation.notices.models import FakeDelivery, Outgoing
from jingwei.foundation.notices.services.messages import deliver_message
from jingwei.foundation.scoping import eyes
from tests.cast import CAST

pytestmark = pytest.mark.django_db
HOME = "https://yiyang.example"


@pytest.fixture
def sent(settings: Any) -> tuple[Walk, str]:
    """A closed matter whose reporter left a number and no account, and the address they were sent."""
    settings.PUBLIC_URL = HOME
    everybody_is_visited()
    walk = closed()
    return walk, link_of(walk)


def link_of(walk: Walk) -> str:
    visit = visit_of(walk)
    with eyes(CAST.machine):
        message = Outgoing.objects.get(once=f"returnvisits:{visit.pk}")
    deliver_message(message.pk, at=message.due_at)
    with eyes(CAST.machine):
        text = FakeDelivery.objects.get(pk=message.pk).text
    found = re.search(rf"{HOME}(/v/[0-9A-Z]{{16}}) ", text)
    assert found is not None, text
    assert visit.receipt_no in text
    assert walk.row.words not in text
    return found[1]


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch, sent: tuple[Walk, str]) -> datetime:
    at = sent[0].at + timedelta(hours=2)
    monkeypatch.setattr("jingwei.config.reading.visits.now", lambda: at)
    return at


def test_it_says_no_more_than_it_must_and_takes_one_answer(sent: tuple[Walk, str], frozen: datetime) -> None:
    walk, address = sent
    shown = Client().get(address)
    page = shown.content.decode()
    assert shown.status_code == 200
    assert visit_of(walk).receipt_no in page
    assert "<script" not in page
    for secret in (walk.row.words, walk.row.address, "13873712345"):
        assert secret not in page
    assert (shown.headers["Cache-Control"], shown.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    half = Client().post(address, {"solved": "no"})
    assert half.status_code == 422
    assert "请选择" in half.content.decode()
    done = Client().post(address, {"solved": "no", "stars": "2", "remark": "第二天又堆了"})
    assert done.status_code == 200
    assert "重新办理" in done.content.decode()
    visit = visit_of(walk)
    assert (visit.state, visit.way, visit.stars, visit.reopened_at) == ("reached", "link", 2, frozen)
    assert walk.row.state == State.ACCEPTED
    assert [one.action for one in walk.steps[-2:]] == ["rate", "reopen"]
    again = Client().post(address, {"solved": "yes", "stars": "5"})
    assert again.status_code == 410
    assert "已经用过或过期" in again.content.decode()
    assert Client().get(f"{address}?lang=en").status_code == 410


def test_a_good_word_closes_nothing_that_is_closed(sent: tuple[Walk, str], frozen: datetime) -> None:
    walk, address = sent
    assert Client().post(f"{address}?lang=en", {"solved": "yes", "stars": "5"}).status_code == 200
    assert (visit_of(walk).is_solved, walk.row.state) == (True, State.CLOSED)
    assert walk.steps[-1].action == "rate"


def test_it_expires_and_cannot_be_guessed(sent: tuple[Walk, str]) -> None:
    walk, address = sent
    token = address.removeprefix("/v/")
    assert linked_visit(token.lower(), at=walk.at).unit_name
    with pytest.raises(LinkOver):
        linked_visit(token, at=walk.at + timedelta(days=7, minutes=1))
    with pytest.raises(LinkUnknown):
        linked_visit("0" * 16, at=walk.at)
    assert Client().get("/v/不是链接").status_code == 404
    assert Client().put(address).status_code == 405


def test_nobody_without_an_address_of_our_own_is_sent_a_link(settings: Any) -> None:
    settings.PUBLIC_URL = "none"
    everybody_is_visited()
    assert visit_of(closed()).link_index is None
    everybody_is_visited(sends_link=False)
    settings.PUBLIC_URL = HOME
    assert visit_of(closed()).link_index is None

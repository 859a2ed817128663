"""The demo's hotline: rings once, walked through the services, with something in every list."""

import pytest

from jingwei.config.demo.hotline import CALLS, EXTENSIONS, SEEDER, seed_hotline
from jingwei.config.demo.tests.conftest import WEDNESDAY_15
from jingwei.domains.hotline.models import Call, CallBack, HandOver, KnownAddress, Reception, Seat
from jingwei.domains.incidents.models import Incident
from jingwei.foundation.scoping import eyes

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demo")]


def quiet(line: str) -> None:
    """Progress is for people."""


def test_the_demo_has_calls_promises_notes_and_addresses_and_only_once() -> None:
    assert seed_hotline(at=WEDNESDAY_15, say=quiet) == 0
    with eyes(SEEDER):
        assert set(Seat.objects.visible_to(SEEDER).values_list("extension", flat=True)) == set(
            EXTENSIONS.values()
        )
        assert Call.objects.visible_to(SEEDER).count() == len(CALLS)
        states = list(Call.objects.visible_to(SEEDER).values_list("state", flat=True))
        assert (states.count("ended"), states.count("missed")) == (len(CALLS) - 1, 1)
        promises = CallBack.objects.visible_to(SEEDER)
        assert promises.filter(done_at=None, due_at__lt=WEDNESDAY_15).exists()
        assert promises.filter(done_at=None, due_at__gt=WEDNESDAY_15).exists()
        assert promises.filter(done_at__isnull=False).count() == 1
        assert set(Reception.objects.values_list("channel", flat=True)) == {"hotline", "walk_in", "letter"}
        note = HandOver.objects.visible_to(SEEDER).get()
        assert note.incident_id is not None
        taken = Incident.objects.visible_to(SEEDER).filter(pk__in=Reception.objects.values("incident_id"))
        named = KnownAddress.objects.visible_to(SEEDER).values_list("text", flat=True)
        assert {address.strip() for address in taken.values_list("address", flat=True)} <= set(named)
        anonymous = Incident.objects.visible_to(SEEDER).get(channel="hotline", identity="anonymous")
        assert anonymous.reporter_phone_sealed is None

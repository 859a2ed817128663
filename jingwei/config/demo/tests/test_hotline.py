"""The demo's hotline: rings once, walked through the services, with something in every list."""

from datetime import datetime

import pytest

from jingwei.config.demo.hotline import CALLS, EXTENSIONS, SEEDER, seed_hotline
from jingwei.config.demo.loader import seed_city
from jingwei.domains.hotline.models import Call, CallBack, HandOver, KnownAddress, Reception, Seat
from jingwei.domains.incidents.models import Incident
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import BEIJING

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("empty_database")]
WEDNESDAY_15 = datetime(2026, 11, 18, 15, 40, tzinfo=BEIJING)


def quiet(line: str) -> None:
    """Progress is for people."""


def test_the_demo_has_calls_promises_notes_and_addresses_and_only_once() -> None:
    seed_city("small", at=WEDNESDAY_15, say=quiet)
    assert seed_hotline(at=WEDNESDAY_15, say=quiet) == len(CALLS)
    assert seed_hotline(at=WEDNESDAY_15, say=quiet) == 0
    with eyes(SEEDER):
        assert set(Seat.objects.visible_to(SEEDER).values_list("extension", flat=True)) == set(
            EXTENSIONS.values()
        )
        states = list(Call.objects.visible_to(SEEDER).values_list("state", flat=True))
        assert (states.count("ended"), states.count("missed")) == (len(CALLS) - 1, 1)
        promises = CallBack.objects.visible_to(SEEDER)
        assert promises.filter(done_at=None, due_at__lt=WEDNESDAY_15).exists()
        assert promises.filter(done_at=None, due_at__gt=WEDNESDAY_15).exists()
        assert promises.filter(done_at__isnull=False).count() == 1
        assert set(Reception.objects.values_list("channel", flat=True)) == {"hotline", "walk_in", "letter"}
        note = HandOver.objects.visible_to(SEEDER).get()
        assert note.incident_id is not None
        assert KnownAddress.objects.visible_to(SEEDER).count() == Incident.objects.visible_to(SEEDER).count()
        anonymous = Incident.objects.visible_to(SEEDER).get(identity="anonymous")
        assert anonymous.reporter_phone_sealed is None

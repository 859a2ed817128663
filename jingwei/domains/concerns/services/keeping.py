"""What was written goes after its time; topic, place and numbers stay."""

from datetime import datetime

from django.db.models import Q

from jingwei.domains.concerns.models import Concern
from jingwei.domains.concerns.rules.concerns import WORDS_KEPT
from jingwei.foundation.access.contracts import Permission, system_actor
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work

KEEPER = system_actor("民情到期清理")
FORGET_AT_ONCE = 5_000
WRITTEN = ~Q(words="", address="", withdrawn_reason="")


def forget_words(*, at: datetime) -> int:
    """Erase the words of notes that nobody has heard again for two years. Returns how many."""
    gone = 0
    with eyes(KEEPER):
        while True:
            rows = Concern.objects.visible_to(KEEPER).filter(WRITTEN, last_heard_at__lt=at - WORDS_KEPT)
            ids = list(rows.values_list("pk", flat=True)[:FORGET_AT_ONCE])
            if not ids:
                return gone
            with work(KEEPER, Permission.NOTE_CONCERN) as job:
                Concern.objects.visible_to(KEEPER).filter(pk__in=ids).update(
                    words="", address="", withdrawn_reason=""
                )
                job.record_own("concerns.concern:words", erased=len(ids))
            gone += len(ids)

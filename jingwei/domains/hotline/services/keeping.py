"""Numbers are kept as long as their purpose needs: see ``rules.personal``."""

from datetime import datetime, timedelta

from jingwei.domains.hotline.models import Call, CallBack
from jingwei.domains.hotline.rules.personal import CALL_BACK_NUMBER, CALLER_NUMBER
from jingwei.foundation.access.contracts import Permission, system_actor
from jingwei.foundation.work import work

KEEPER = system_actor("热线号码到期删除")
NOTHING = {"number_sealed": None, "number_index": None, "number_tail": None}


def forget_numbers(*, at: datetime) -> int:
    """Erase the numbers whose time is over, with the recording's reference; that somebody called stays."""
    with work(KEEPER, Permission.TELL_OF_CALLS) as job:
        calls = Call.objects.unscoped("numbers whose time is over").filter(
            number_sealed__isnull=False, rang_at__lt=at - timedelta(days=CALLER_NUMBER.retention_days)
        )
        promises = CallBack.objects.unscoped("numbers whose time is over").filter(
            number_sealed__isnull=False, done_at__lt=at - timedelta(days=CALL_BACK_NUMBER.retention_days)
        )
        erased = calls.update(**NOTHING, recording="") + promises.update(**NOTHING)
        job.record_own("hotline.call:old", act="forget_numbers", count=erased)
    return erased

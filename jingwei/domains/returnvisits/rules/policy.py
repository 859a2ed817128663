"""Which closed matters are visited: dated policy, first line first, and a draw that nobody can foresee or repeat."""

from collections.abc import Sequence
from datetime import date

from jingwei.domains.clocks.contracts import parse_limit
from jingwei.domains.returnvisits.contracts import VisitPolicy
from jingwei.domains.returnvisits.rules.refusals import VisitPolicyRefused

MOST_LINES = 100
MOST_TRIES = 9
LONGEST_LINK_DAYS = 30
DEFAULT_POLICY = VisitPolicy(
    from_on=date(2000, 1, 1), limit="3d", tries=3, sends_link=True, link_days=7, lines=()
)
"""Before a city has decided anything, only those who asked are visited."""


def policy_on(policies: Sequence[VisitPolicy], day: date) -> VisitPolicy:
    """The latest that has begun; ``policies`` are in the order of their days."""
    begun = [one for one in policies if one.from_on <= day]
    return begun[-1] if begun else DEFAULT_POLICY


def share_of(policy: VisitPolicy, *, item_code: str, area_code: str) -> int:
    """How many in a hundred: by the first line that fits, else none."""
    return next(
        (
            line.share
            for line in policy.lines
            if item_code.startswith(line.item_prefix) and area_code.startswith(line.area_code)
        ),
        0,
    )


def is_drawn(digest: bytes, share: int) -> bool:
    """Whether a closing is among the share. ``digest`` is keyed, so that whoever closes cannot know it before."""
    return int.from_bytes(digest[:8], "big") % 100 < share


def refuse_faulty_policy(policy: VisitPolicy, *, today: date) -> None:
    """Raises: VisitPolicyRefused, BadLimit."""
    if policy.from_on < today:
        raise VisitPolicyRefused(
            reason="生效日不能早于今天，已经结案的不重新抽。",
            reason_en="it cannot begin before today; what is closed is not drawn again.",
        )
    parse_limit(policy.limit)
    places = [(line.item_prefix, line.area_code) for line in policy.lines]
    for number, (prefix, area) in enumerate(places):
        earlier = next(
            (
                at
                for at, (item, place) in enumerate(places[:number])
                if prefix.startswith(item) and area.startswith(place)
            ),
            None,
        )
        if earlier is not None:
            raise VisitPolicyRefused(
                reason=f"第{number + 1}行永远轮不到，第{earlier + 1}行已经包括它。请调整次序或删去。",
                reason_en=f"line {number + 1} never decides, line {earlier + 1} holds all its cases; reorder or remove it.",
            )

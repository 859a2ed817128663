"""Which card a matter has earned: the dated policy read by pure rules."""

from datetime import date

from jingwei.domains.clocks.contracts import parse_limit
from jingwei.domains.supervision.contracts import CardKind, Measures, Policy, Rung
from jingwei.domains.supervision.rules.refusals import SupervisionPolicyRefused

ORDER = tuple(CardKind)
MOST_TIMES = 20

DEFAULT_POLICY = Policy(
    from_on=date.min,
    rungs=(
        Rung(CardKind.ORDINARY, overdue=1, returned=2, missed=0, answer_limit="2d"),
        Rung(CardKind.YELLOW, overdue=2, returned=3, missed=1, answer_limit="1d"),
        Rung(CardKind.RED, overdue=3, returned=4, missed=2, answer_limit="4h"),
    ),
    note_limit="1d",
    plan_limit="5d",
    recheck_limit="5d",
    repeated_times=2,
    bad_stars=2,
)
"""What counts until a city has entered its own."""


def earned(policy: Policy, found: Measures) -> CardKind | None:
    """The gravest card that the measures have reached."""
    reached = [one.kind for one in policy.rungs if _is_reached(one, found)]
    return max(reached, key=ORDER.index, default=None)


def is_graver(kind: CardKind, than: CardKind | None) -> bool:
    """Whether a card may stand in the place of another."""
    return than is None or ORDER.index(kind) > ORDER.index(than)


def rung_of(policy: Policy, kind: CardKind) -> Rung:
    """The rung of a kind."""
    return next(one for one in policy.rungs if one.kind is kind)


def refuse_faulty_policy(policy: Policy, *, today: date) -> None:
    """Raises: SupervisionPolicyRefused, BadLimit."""
    if policy.from_on < today:
        raise SupervisionPolicyRefused(
            reason="生效日期不能早于今天。", reason_en="it cannot be in force before today."
        )
    if tuple(one.kind for one in policy.rungs) != ORDER:
        raise SupervisionPolicyRefused(
            reason="应依次有普通、黄牌、红牌三档。",
            reason_en="ordinary, yellow and red are needed, in this order.",
        )
    for one in (*(rung.answer_limit for rung in policy.rungs), policy.note_limit):
        parse_limit(one)
    for one in (policy.plan_limit, policy.recheck_limit):
        parse_limit(one)
    for name in ("overdue", "returned", "missed"):
        times = [times for one in policy.rungs if (times := getattr(one, name)) > 0]
        if times != sorted(set(times)):
            raise SupervisionPolicyRefused(
                reason="越重的牌，次数应越多。",
                reason_en="a graver card needs more times than a lighter one.",
            )


def _is_reached(rung: Rung, found: Measures) -> bool:
    pairs = (
        (rung.overdue, found.overdue),
        (rung.returned, found.returned),
        (rung.missed, found.missed),
    )
    return any(0 < asked <= times for asked, times in pairs)

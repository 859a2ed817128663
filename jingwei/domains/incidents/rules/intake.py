"""What a report must hold, and which limits apply before and after an item is known."""

from datetime import datetime, timedelta

from jingwei.domains.clocks.contracts import CalendarTime, Limit, WorkingTime, parse_limit
from jingwei.domains.incidents.contracts import Identity
from jingwei.domains.incidents.rules.lifecycle import Stage
from jingwei.domains.incidents.rules.refusals import ContactMissing, TimeInFuture, WordsMissing
from jingwei.domains.routing.contracts import ItemBrief

LEAST_WORDS = 2
LONGEST_WORDS = 8000
TITLE_LENGTH = 40
CLOCK_TOLERANCE = timedelta(minutes=10)
REOPEN_DAYS = 30
LONGEST_SUSPENSION = timedelta(days=90)

IDENTITY_LABELS = {
    Identity.NAMED: ("实名", "named"),
    Identity.CONFIDENTIAL: ("保密", "confidential"),
    Identity.ANONYMOUS: ("匿名", "anonymous"),
}
DEFAULT_LIMITS: dict[Stage, Limit] = {
    Stage.ACCEPT: WorkingTime(4 * 60),
    Stage.DISPATCH: WorkingTime(4 * 60),
    Stage.VERIFY: WorkingTime(7 * 60),
    Stage.CLOSE: WorkingTime(7 * 60),
    Stage.HANDLE: WorkingTime(5 * 7 * 60),
}
URGENT_LIMIT = CalendarTime(60)


def require_words(words: str, photos: int) -> None:
    """Raises: WordsMissing. A photo alone is a report too."""
    if len(words.strip()) < LEAST_WORDS and photos == 0:
        raise WordsMissing(least=LEAST_WORDS)


def require_time(reported_at: datetime, now: datetime) -> None:
    """Raises: TimeInFuture. Phones may run a little ahead; an offline report may be days old."""
    if reported_at > now + CLOCK_TOLERANCE:
        raise TimeInFuture(reported_at=reported_at.isoformat(timespec="minutes"))


def require_contact(identity: Identity, phone: str | None) -> None:
    """Raises: ContactMissing. Confidential reports must be answerable; named ones too."""
    if identity is Identity.CONFIDENTIAL and not (phone or "").strip():
        zh, en = IDENTITY_LABELS[identity]
        raise ContactMissing(identity=zh, identity_en=en)


def title_of(title: str, words: str) -> str:
    """A line for lists: the given title, or the beginning of the words."""
    line = " ".join((title.strip() or words.strip() or "（照片上报）").split())
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1] + "…"


def limit_for(stage: Stage, item: ItemBrief | None, *, is_urgent: bool) -> Limit | None:
    """The limit of a stage: the item's where known, else the default; urgent matters wait an hour at most."""
    if stage is Stage.NONE:
        return None
    if item is not None and stage is Stage.HANDLE:
        return parse_limit(item.handle_limit)
    if item is not None and stage in {Stage.ACCEPT, Stage.DISPATCH}:
        return parse_limit(item.accept_limit)
    if item is not None:
        return parse_limit(item.verify_limit)
    if is_urgent and stage in {Stage.ACCEPT, Stage.DISPATCH}:
        return URGENT_LIMIT
    return DEFAULT_LIMITS[stage]

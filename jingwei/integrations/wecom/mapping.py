"""WeCom's words and ours. Pure."""

from hashlib import sha1
from typing import Any

CODE_FAULTS = frozenset({40029, 41008})
STALE_PASS = frozenset({40001, 40014, 41001, 42001})
NEVER_DELIVERED = frozenset({60111, 81013, 82001})
"""No such member; nobody of those named may receive; nobody was named."""
DOUBLES_SECONDS = 1800


def page_signature(ticket: str, *, nonce: str, timestamp: int, url: str) -> str:
    """What ``wx.config`` compares. SHA-1 is the container's choice; it proves the ticket, it protects nothing of ours."""
    plain = f"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url}"
    return sha1(plain.encode(), usedforsecurity=False).hexdigest()


def error_of(answer: dict[str, Any]) -> int:
    return int(answer.get("errcode") or 0)


def member_of(answer: dict[str, Any]) -> str | None:
    """The member's id; None for somebody from outside, who has an openid only. Older answers write ``UserId``."""
    found = answer.get("userid") or answer.get("UserId")
    return str(found) if found else None


def message_body(address: str, text: str, *, agent_id: str, link: str) -> dict[str, Any]:
    """A card that opens our page; plain words where this installation has told no address of its own."""
    common = {
        "touser": address,
        "agentid": int(agent_id),
        "enable_duplicate_check": 1,
        "duplicate_check_interval": DOUBLES_SECONDS,
    }
    if not link:
        return {**common, "msgtype": "text", "text": {"content": text}}
    card = {"title": "经纬", "description": text, "url": link, "btntxt": "查看"}
    return {**common, "msgtype": "textcard", "textcard": card}

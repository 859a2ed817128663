"""DingTalk's words and ours. Pure."""

from hashlib import sha1
from typing import Any

CODE_FAULTS = frozenset({40078, 40079, 41002})
STALE_PASS = frozenset({40001, 40014, 42001})
NEVER_DELIVERED = frozenset({33012, 40031})
"""No such member."""
WRAPPED = 88
"""An error whose own number stands in ``sub_code``."""


def page_signature(ticket: str, *, nonce: str, timestamp: int, url: str) -> str:
    """What ``dd.config`` compares. SHA-1 is the container's choice; it proves the ticket, it protects nothing of ours."""
    plain = f"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url}"
    return sha1(plain.encode(), usedforsecurity=False).hexdigest()


def error_of(answer: dict[str, Any]) -> int:
    """The number that says what is wrong, also where it is wrapped; 0 where nothing is."""
    code, inner = int(answer.get("errcode") or 0), str(answer.get("sub_code", ""))
    return int(inner) if code == WRAPPED and inner.isdigit() else code


def message_body(address: str, text: str, *, agent_id: str, link: str) -> dict[str, Any]:
    """A card that opens our page; plain words where this installation has told no address of its own."""
    if link:
        card = {"title": "经纬", "markdown": text, "single_title": "查看", "single_url": link}
        told: dict[str, Any] = {"msgtype": "action_card", "action_card": card}
    else:
        told = {"msgtype": "text", "text": {"content": text}}
    return {"agent_id": int(agent_id), "userid_list": address, "msg": told}

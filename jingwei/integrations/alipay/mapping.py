"""Alipay's words and ours. Pure: what is signed, what an answer holds, what a message looks like."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jingwei.kernel.clock import local

IS_FINE = "10000"
BUSINESS_FAILED = "40004"
USER_ID = re.compile(r"2088\d{12}")
"""The older kind of name for a person; newer apps are given an ``open_id``."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The part of an answer that is signed, as it was written and as it is read."""

    signed: str
    fields: dict[str, Any]
    signature: str

    @property
    def fault(self) -> str:
        """The code of what went wrong, the inner one where there is one; empty where all is well."""
        code = str(self.fields.get("code", IS_FINE))
        return "" if code == IS_FINE else str(self.fields.get("sub_code") or code)

    @property
    def is_about_the_code(self) -> bool:
        return self.fault.startswith("isv.code-")

    @property
    def is_about_the_person(self) -> bool:
        """The request was right, and this person does not receive it: does not follow the account, say."""
        return self.fields.get("code") == BUSINESS_FAILED and "SYSTEM" not in self.fault.upper()


def common_fields(app_id: str, method: str, *, at: datetime) -> dict[str, str]:
    return {
        "app_id": app_id,
        "method": method,
        "format": "JSON",
        "charset": "utf-8",
        "sign_type": "RSA2",
        "timestamp": f"{local(at):%Y-%m-%d %H:%M:%S}",
        "version": "1.0",
    }


def plain_to_sign(fields: Mapping[str, str]) -> str:
    """Every field but the signature and empty ones, by name."""
    return "&".join(f"{name}={fields[name]}" for name in sorted(fields) if name != "sign" and fields[name])


def read_reply(method: str, text: str) -> Reply:
    """Find the node that the signature covers, exactly as it was written. Raises: ValueError."""
    whole = json.loads(text)
    if not isinstance(whole, dict):
        raise ValueError("no JSON object")
    name = f"{method.replace('.', '_')}_response"
    node = name if name in whole else "error_response"
    found = re.search(rf'"{node}"\s*:\s*', text)
    if found is None or not isinstance(whole.get(node), dict):
        raise ValueError("no answer inside")
    _, end = json.JSONDecoder().raw_decode(text, found.end())
    return Reply(text[found.end() : end], whole[node], str(whole.get("sign", "")))


def person_of(fields: Mapping[str, Any]) -> str | None:
    found = fields.get("open_id") or fields.get("user_id")
    return str(found) if found else None


def message_body(address: str, text: str, *, template_id: str, link: str, at: datetime) -> dict[str, Any]:
    whom = "to_user_id" if USER_ID.fullmatch(address) else "to_open_id"
    context = {
        "head_color": "#1f4e79",
        "url": link,
        "action_name": "查看",
        "first": {"value": text},
        "keyword1": {"value": text},
        "keyword2": {"value": f"{local(at):%Y-%m-%d %H:%M}"},
        "remark": {"value": ""},
    }
    return {whom: address, "template": {"template_id": template_id, "context": context}}

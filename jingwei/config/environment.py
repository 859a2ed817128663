"""The one reader of the environment: typed, and it reports everything that is missing at once."""

import base64
import binascii
import os
from dataclasses import dataclass, field
from pathlib import Path

from jingwei.kernel.crypto import KeyRing


class SettingsMissing(RuntimeError):
    """The environment lacks settings, or holds unusable ones."""


@dataclass
class Environment:
    """Reads settings one by one and keeps the complaints until ``finish``."""

    complaints: list[str] = field(default_factory=list)

    def text(self, name: str, default: str | None = None) -> str:
        value = os.environ.get(name, default)
        if value is None or value == "":
            self.complaints.append(f"{name} is not set")
            return ""
        return value

    def number(self, name: str, default: int) -> int:
        value = os.environ.get(name, "")
        if not value:
            return default
        if not value.isdigit():
            self.complaints.append(f"{name} must be a whole number, not “{value}”")
            return default
        return int(value)

    def flag(self, name: str) -> bool:
        return os.environ.get(name, "") == "1"

    def names(self, name: str, default: str) -> list[str]:
        return [one.strip() for one in os.environ.get(name, default).split(",") if one.strip()]

    def group(self, *names: str) -> tuple[str, ...]:
        """Settings that belong together: all of them, or nothing at all."""
        values = tuple(os.environ.get(name, "") for name in names)
        if not any(values):
            return ()
        self.complaints += [
            f"{name} is not set, but {', '.join(n for n, v in zip(names, values, strict=True) if v)} is"
            for name, value in zip(names, values, strict=True)
            if not value
        ]
        return values

    def folder(self, name: str) -> Path:
        return Path(self.text(name) or ".")

    def key(self, name: str, default: bytes | None = None) -> bytes:
        """A 32-byte key in base64; without a default it must be set."""
        if default is not None and not os.environ.get(name):
            return default
        value = self.text(name)
        return self._key(name, value) if value else b""

    def ring(self, name: str, *, beside: str) -> KeyRing:
        """The key that seals and, with commas between, those that only open; none of these where nothing is set."""
        current, others = self.key(name), [self._key(beside, value) for value in self.names(beside, "")]
        if any(len(one) != 32 for one in (current, *others)):
            return KeyRing(bytes(32))  # complained about; nothing starts with it
        return KeyRing(current, others)

    def _key(self, name: str, value: str) -> bytes:
        try:
            key = base64.b64decode(value, validate=True)
        except binascii.Error:
            key = b""
        if len(key) != 32:
            self.complaints.append(f"{name} must be 32 bytes in base64")
        return key

    def finish(self) -> None:
        """Raises: SettingsMissing, naming every complaint."""
        if self.complaints:
            listed = "\n  ".join(self.complaints)
            raise SettingsMissing(
                f"Settings are incomplete (see docs/guides/operator.md; `./jw setup` writes var/env):\n  {listed}"
            )

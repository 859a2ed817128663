"""This checkout's settings and secrets: `var/env`, readable only by who set it up."""

import base64
import hashlib
import os
import secrets
import shlex
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VAR = ROOT / "var"
ENV_FILE = VAR / "env"

HEADER = """\
# Made by `./jw setup` for this checkout alone. Secrets: never commit, never copy to another installation.
# Whoever loses JINGWEI_FIELD_KEY loses every encrypted field; JINGWEI_AUDIT_KEY, the proof of the audit.
"""


def secret_key() -> str:
    """32 random bytes, as the settings expect every key."""
    return base64.b64encode(secrets.token_bytes(32)).decode()


def password() -> str:
    return secrets.token_urlsafe(24)


GENERATED = {
    "JINGWEI_OWNER_PASSWORD": password,
    "JINGWEI_APP_PASSWORD": password,
    "JINGWEI_SECRET_KEY": secret_key,
    "JINGWEI_FIELD_KEY": secret_key,
    "JINGWEI_INDEX_KEY": secret_key,
    "JINGWEI_AUDIT_KEY": secret_key,
    "JINGWEI_TELEPHONY_KEY": secret_key,
}

SECRETS = {*GENERATED, "JINGWEI_FIELD_KEYS_BESIDE"}
"""What stays with the data, wherever the checkout goes."""


def checkout_mark() -> str:
    """Short and stable per checkout: names folders outside it when they cannot stand inside."""
    return hashlib.sha256(str(ROOT).encode()).hexdigest()[:10]


def read() -> dict[str, str]:
    """The settings; after the checkout was moved or copied, without what spoke of its old place."""
    values = read_file()
    if values.get("JINGWEI_CHECKOUT") != str(ROOT):
        return {name: value for name, value in values.items() if name in SECRETS}
    return values


def read_file() -> dict[str, str]:
    if not ENV_FILE.exists():
        return {}
    values = {}
    for line in ENV_FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, value = line.partition("=")
            values[name] = "".join(shlex.split(value))
    return values


def write(values: dict[str, str]) -> None:
    """Replace the file in one step, so that a killed setup never leaves half of the secrets."""
    VAR.mkdir(exist_ok=True)
    VAR.chmod(0o711)  # the cluster's user must pass through, and no further
    text = HEADER + "".join(f"{name}={shlex.quote(value)}\n" for name, value in sorted(values.items()))
    fresh = ENV_FILE.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(ENV_FILE)


def ensure(**wanted: str) -> dict[str, str]:
    """Return the settings, adding what is missing; `wanted` replaces what the file says."""
    before = read()
    values = {name: make() for name, make in GENERATED.items()} | before | wanted
    values["JINGWEI_CHECKOUT"] = str(ROOT)
    values.setdefault("JINGWEI_VAR", str(VAR))
    if values != before:
        write(values)
    return values


def load() -> None:
    """Put `var/env` into this process's environment; what is already set there stays."""
    for name, value in read().items():
        os.environ.setdefault(name, value)

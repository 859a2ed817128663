"""Who outside sees the audit's anchors: a time-stamping authority, where one is set."""

from pathlib import Path
from typing import Any

from cryptography.x509 import load_pem_x509_certificates
from django.core.exceptions import ImproperlyConfigured

from jingwei.foundation.audit.contracts import Witness
from jingwei.foundation.wire import over_http
from jingwei.integrations.timestamp.client import TimestampWitness
from jingwei.integrations.timestamp.fake import FakeTsa


def witnesses_of(settings: Any) -> list[Witness]:
    """As the settings say; a demonstration without one has an authority of its own. Raises: ImproperlyConfigured."""
    if settings.TIMESTAMP:
        url, file = settings.TIMESTAMP
        try:
            roots = load_pem_x509_certificates(Path(file).read_bytes())
        except (OSError, ValueError) as fault:
            raise ImproperlyConfigured(f"JINGWEI_TIMESTAMP_ROOTS: {file} cannot be read: {fault}") from None
        return [TimestampWitness(url, roots, over_http)]
    if settings.IS_DEMO:
        authority = FakeTsa(seed=b"demonstration" + settings.AUDIT_KEY)
        return [TimestampWitness("https://demo.invalid/", [authority.root], authority)]
    return []

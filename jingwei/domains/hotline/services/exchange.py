"""The exchange plugged in by config: asked only where a recording is opened."""

from jingwei.domains.hotline.contracts import Exchange

_exchanges: list[Exchange] = []


def plug_exchange(exchange: Exchange) -> None:
    """Set the telephone exchange. Called once, by config."""
    _exchanges[:] = [exchange]


def recording_address(reference: str) -> str | None:
    """Where a recording is opened; None without an exchange, or without a place to open it."""
    return _exchanges[0].recording_address(reference) if _exchanges else None

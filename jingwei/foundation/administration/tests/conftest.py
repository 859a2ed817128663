"""The cast calls the API here."""

from tests.calling import Call, call

__all__ = ["Call", "call"]

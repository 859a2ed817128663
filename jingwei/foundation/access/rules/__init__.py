"""Decisions about who may, who holds which post, and how one gets in."""

"""Sign-in, posts, delegation, territory and units over HTTP (their apps stand below the HTTP edge)."""

from ninja import Router

router = Router(tags=["administration"])

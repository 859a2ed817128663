"""Sign-in, posts, delegation, territory, units and the audit over HTTP (their apps stand below the HTTP edge)."""

from ninja import Router

from jingwei.foundation.administration.api import account, audit, posts, territory, units

router = Router()
for part in (account, posts, territory, units, audit):
    router.add_router("", part.router)

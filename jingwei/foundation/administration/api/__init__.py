"""Sign-in, posts, delegation, territory, units and the audit over HTTP (their apps stand below the HTTP edge)."""

from ninja import Router

from jingwei.foundation.administration.api import (
    account,
    adoption,
    audit,
    containers,
    keys,
    mine,
    phones,
    posts,
    providers,
    security,
    staff,
    territory,
    units,
)

router = Router()
for part in (
    account,
    security,
    phones,
    mine,
    containers,
    providers,
    posts,
    staff,
    adoption,
    territory,
    units,
    audit,
    keys,
):
    router.add_router("", part.router)

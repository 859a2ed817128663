"""Pages rendered by the server that belong to no app."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from jingwei import __version__
from jingwei.foundation.areas.queries import children_of

PUBLIC = Path(__file__).parent / "public"


def health(request: HttpRequest) -> JsonResponse:
    """Whether this process answers and reaches its database as the role it should be."""
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        role = cursor.fetchone()[0]
    return JsonResponse({"status": "ok", "version": __version__, "database_role": role})


def front_page(request: HttpRequest) -> HttpResponse:
    """What runs here and where to go on, readable without script."""
    facts = {"version": __version__, "cities": children_of(None), "is_demo": settings.IS_DEMO}
    return render(request, "front.html", facts)


def stylesheet(request: HttpRequest) -> HttpResponse:
    """The style of the reading pages, from the design tokens."""
    return HttpResponse(
        _style(), content_type="text/css; charset=utf-8", headers={"Cache-Control": "max-age=3600"}
    )


@cache
def _style() -> str:
    return (PUBLIC / "style.css").read_text(encoding="utf-8")

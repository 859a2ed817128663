"""Pages rendered by the server that belong to no app."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from jingwei import __version__
from jingwei.foundation.areas.queries import children_of


def health(request: HttpRequest) -> JsonResponse:
    """Whether this process answers and reaches its database as the role it should be."""
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        role = cursor.fetchone()[0]
    return JsonResponse({"status": "ok", "version": __version__, "database_role": role})


def front_page(request: HttpRequest) -> HttpResponse:
    """What runs here and where to go on, readable without script."""
    return render(request, "public/front.html", {"version": __version__, "cities": children_of(None)})

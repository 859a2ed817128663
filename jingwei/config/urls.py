"""Addresses."""

from django.urls import URLPattern, URLResolver, path

from jingwei.config.addresses import by_first_part
from jingwei.config.api import api
from jingwei.config.demo.providers import demo_page
from jingwei.config.faces import desk, pocket
from jingwei.config.pages import front_page, health, stylesheet
from jingwei.config.reading.duties import duties_page
from jingwei.config.reading.pages import area_page, item_page, items_page
from jingwei.config.reading.visits import visit_page
from jingwei.config.returning import provider_return

handler500 = "jingwei.config.tracing.server_error"

_patterns, *_names = api.urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front_page),
    path("healthz", health),
    path("public/style.css", stylesheet),
    path("areas/<str:code>", area_page),
    path("duties", duties_page),
    path("items", items_page),
    path("items/<str:code>", item_page),
    path("v/<str:token>", visit_page),
    path("sign-in/<str:key>", provider_return),
    path("demo/provider/<str:key>/<str:place>", demo_page),
    path("desk/", desk),
    path("desk/<path:place>", desk),
    path("m/", pocket),
    path("m/<path:place>", pocket),
    path("api/v1/", (by_first_part(_patterns), *_names)),
]

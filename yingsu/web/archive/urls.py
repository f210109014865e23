"""Addresses of this room."""

from django.urls import URLPattern, path

from yingsu.web.shell.errors import not_found

urlpatterns: list[URLPattern] = [path("volumes/", not_found, {"exception": Exception()}, name="volumes")]

"""Addresses of this room."""

from django.urls import URLPattern, path

from yingsu.web.shell.errors import not_found

urlpatterns: list[URLPattern] = [path("measures/", not_found, {"exception": Exception()}, name="measures")]

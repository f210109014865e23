"""Addresses of this room."""

from django.urls import URLPattern, path

from yingsu.web.shell.errors import not_found

urlpatterns: list[URLPattern] = [path("cases/", not_found, {"exception": Exception()}, name="cases"), path("cases/<int:pk>/", not_found, {"exception": Exception()}, name="case"), path("calendar/", not_found, {"exception": Exception()}, name="calendar")]

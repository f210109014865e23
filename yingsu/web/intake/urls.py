"""Addresses of this room."""

from django.urls import URLPattern, path

from yingsu.web.intake import leaves, views

urlpatterns: list[URLPattern] = [
    path("intake/", views.intake, name="intake"),
    path("intake/read/", views.read_on, name="intake_read"),
    path("intake/<int:pk>/", views.proposal, name="intake_proposal"),
    path("intake/<int:pk>/following/", views.following, name="intake_following"),
    path("intake/<int:pk>/set-aside/", views.put_aside, name="intake_set_aside"),
    path("intake/<int:pk>/reopen/", views.take_up, name="intake_reopen"),
    path("intake/<int:pk>/page/<int:number>.png", leaves.page, name="intake_page"),
    path("intake/<int:pk>/original/", leaves.original, name="intake_original"),
]

"""Addresses of the archive's pages."""

from django.urls import path

from yingsu.web.archive import views

urlpatterns = [
    path("volumes/", views.volumes, name="volumes"),
    path("cases/<int:case_pk>/volume/", views.case_volume, name="case_volume"),
    path("cases/<int:case_pk>/volume/open/<str:organ>/", views.volume_open, name="volume_open"),
    path("cases/<int:case_pk>/volume/<int:pk>/explain/", views.volume_explain, name="volume_explain"),
    path("cases/<int:case_pk>/volume/<int:pk>/bind/", views.volume_bind, name="volume_bind"),
    path("cases/<int:case_pk>/volume/<int:pk>/close/", views.volume_close, name="volume_close"),
    path("cases/<int:case_pk>/volume/<int:pk>/pdf/", views.volume_pdf, name="volume_pdf"),
]

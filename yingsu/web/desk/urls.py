"""Addresses of the desk."""

from django.urls import path

from yingsu.web.desk import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("area/", views.area, name="area"),
]

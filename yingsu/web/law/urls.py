"""Addresses of the law's pages."""

from django.urls import path

from yingsu.web.law import views

urlpatterns = [
    path("duties/<int:pk>/", views.duty, name="duty"),
    path("measures/", views.measures, name="measures"),
    path("measures/<int:number>/", views.article, name="article"),
]

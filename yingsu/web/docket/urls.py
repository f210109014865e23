"""Addresses of the docket's pages."""

from django.urls import path

from yingsu.web.docket import calendar_view, views

urlpatterns = [
    path("cases/", views.cases, name="cases"),
    path("cases/<int:pk>/", views.case, name="case"),
    path("cases/<int:case_pk>/docket/", views.printed, name="docket_print"),
    path("cases/<int:case_pk>/entries/<int:pk>/correct/", views.correction, name="correct_entry"),
    path("papers/<int:pk>/", views.paper, name="court_paper"),
    path("calendar/", calendar_view.month, name="calendar"),
]

"""Addresses of the hearings' pages."""

from django.urls import path

from yingsu.web.hearings import views

urlpatterns = [
    path("cases/<int:case_pk>/hearings/", views.hearings, name="hearings"),
    path("cases/<int:case_pk>/hearings/new/", views.set_new, name="hearing_new"),
    path("cases/<int:case_pk>/hearings/mark/", views.mark, name="hearing_mark"),
    path("cases/<int:case_pk>/hearings/<int:pk>/", views.hearing, name="hearing"),
    path("cases/<int:case_pk>/hearings/<int:pk>/move/", views.move, name="hearing_move"),
    path("cases/<int:case_pk>/hearings/<int:pk>/plan/<str:organ>/", views.plan, name="hearing_plan"),
    path("appearances/<int:pk>/file/", views.file, name="appearance_file"),
    path("appearances/<int:pk>/acknowledge/", views.acknowledge, name="appearance_acknowledge"),
    path("appearances/<int:pk>/certificate/", views.certificate, name="appearance_certificate"),
    path("appearances/<int:pk>/certificate/draft/", views.draft_certificate, name="certificate_draft"),
    path("appearances/<int:pk>/inability/", views.inability, name="appearance_inability"),
    path("appearances/<int:pk>/record/", views.record, name="appearance_record"),
]

"""Addresses of the documents' pages."""

from django.urls import path

from yingsu.web.documents import views

urlpatterns = [
    path("documents/", views.documents, name="documents"),
    path("documents/<int:pk>/", views.document, name="document"),
    path("documents/<int:pk>/submit/", views.submit, name="document_submit"),
    path("documents/<int:pk>/sign-off/", views.sign_off, name="document_sign_off"),
    path("documents/<int:pk>/return/", views.return_, name="document_return"),
    path("documents/<int:pk>/<str:form>/", views.file, name="document_file"),
    path("cases/<int:case_pk>/documents/", views.case_documents, name="case_documents"),
]

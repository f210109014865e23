"""Addresses of “裁判履行”."""

from django.urls import include, path

from yingsu.web.judgments import following, views

below = [
    path("", views.judgments, name="judgments"),
    path("new/", views.decision_new, name="decision_new"),
    path("decisions/<int:pk>/<str:organ>/report/", views.report_draft, name="report_draft"),
    path("reports/<int:pk>/submit/", views.report_submit, name="report_submit"),
    path("reports/<int:pk>/file/", views.report_file, name="report_file"),
    path("reports/<int:pk>/acknowledge/", views.report_acknowledge, name="report_acknowledge"),
    path("decisions/<int:pk>/<str:organ>/appeal/", views.appeal_decide, name="appeal_decide"),
    path("instances/<int:pk>/appeal/", views.appeal_enter, name="appeal_enter"),
    path("instances/<int:pk>/effective/", views.effective_enter, name="effective_enter"),
    path("decisions/<int:pk>/<str:organ>/performance/", following.performance_new, name="performance_new"),
    path("performance/<int:pk>/progress/", following.performance_progress, name="performance_progress"),
    path("performance/<int:pk>/done/", following.performance_done, name="performance_done"),
    path(
        "papers/<int:pk>/<str:organ>/opinion/",
        following.recommendation_opinion,
        name="recommendation_opinion",
    ),
    path("replies/<int:pk>/sign/", following.recommendation_sign, name="recommendation_sign"),
    path("replies/<int:pk>/answer/", following.recommendation_answer, name="recommendation_answer"),
    path("self-correction/<str:organ>/", following.self_correct, name="self_correct"),
    path("corrections/<int:pk>/<str:whom>/", following.self_correct_inform, name="self_correct_inform"),
]
urlpatterns = [path("cases/<int:case_pk>/judgments/", include(below))]

"""Every address of the platform. Each has a row in the permission matrix."""

from django.urls import include, path

from yingsu.web.shell import views as shell

handler400 = "yingsu.web.shell.errors.bad_request"
handler404 = "yingsu.web.shell.errors.not_found"
handler500 = "yingsu.web.shell.errors.fault"

urlpatterns = [
    path("sign-in/", shell.sign_in, name="sign_in"),
    path("sign-out/", shell.sign_out, name="sign_out"),
    path("health/", shell.health, name="health"),
    path("", include("yingsu.web.desk.urls")),
    path("", include("yingsu.web.docket.urls")),
    path("", include("yingsu.web.law.urls")),
    path("", include("yingsu.web.intake.urls")),
    path("", include("yingsu.web.response.urls")),
    path("", include("yingsu.web.documents.urls")),
    path("", include("yingsu.web.hearings.urls")),
    path("", include("yingsu.web.judgments.urls")),
    path("", include("yingsu.web.archive.urls")),
]

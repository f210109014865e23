"""Addresses of the response pages, all below a case."""

from django.urls import path

from yingsu.web.response import evidence, filing, handling, preparation, transfer

CASE = "cases/<int:case_pk>"

urlpatterns = [
    path(f"{CASE}/handling/", handling.handling, name="handling"),
    path(f"{CASE}/handling/<int:pk>/direct/", handling.direct, name="direct"),
    path(f"{CASE}/handling/<int:pk>/<str:form>/", handling.printed, name="opinion_file"),
    path(f"{CASE}/handling/decide/", handling.decide, name="decide_unit"),
    path(f"{CASE}/transfer/", transfer.transfer, name="transfer"),
    path(f"{CASE}/transfer/sign/", transfer.acknowledge, name="acknowledge"),
    path(f"{CASE}/preparation/", preparation.preparation, name="preparation"),
    path(f"{CASE}/preparation/tick/", preparation.tick, name="tick"),
    path(f"{CASE}/preparation/items/", preparation.add_item, name="checklist_add"),
    path(f"{CASE}/preparation/risk/", preparation.risk, name="risk"),
    path(f"{CASE}/preparation/answer/", preparation.answer, name="answer_draft"),
    path(f"{CASE}/evidence/", evidence.evidence, name="evidence"),
    path(f"{CASE}/evidence/document/", evidence.document, name="catalogue_draft"),
    path(f"{CASE}/evidence/print/<str:form>/", evidence.printed, name="evidence_print"),
    path(f"{CASE}/evidence/<int:pk>/", evidence.item, name="evidence_item"),
    path(f"{CASE}/evidence/<int:pk>/move/", evidence.move, name="evidence_move"),
    path(f"{CASE}/evidence/<int:pk>/remove/", evidence.remove, name="evidence_remove"),
    path(f"{CASE}/evidence/<int:pk>/file/", evidence.file, name="evidence_file"),
    path(f"{CASE}/filing/", filing.filing, name="filing"),
    path(f"{CASE}/filing/extension/", filing.apply, name="extension_apply"),
    path(f"{CASE}/filing/extension/answer/", filing.answer, name="extension_answer"),
    path(f"{CASE}/filing/<int:pk>/file/", filing.file, name="filing_file"),
]

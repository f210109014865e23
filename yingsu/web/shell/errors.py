"""Error pages: what happened, what to do next, and the number to quote."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yingsu.base.refusal import Refused


def refusal_page(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The page of a refusal, with its status."""
    context = {
        "message": refused.message,
        "remedy": refused.remedy,
        "article": refused.article,
        "status": refused.status,
        "request_id": getattr(request, "request_id", ""),
    }
    return render(request, "shell/refusal.html", context, status=refused.status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that cannot be read: too many files or fields, or a damaged one."""
    refused = Refused(
        "这次提交无法处理，没有保存。",
        "一次上传的文件过多时请分几次；仍不成功的，请返回上一页刷新后重新提交。",
        status=400,
    )
    return refusal_page(request, refused)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page."""
    return refusal_page(
        request, Refused("没有找到这个页面。", "请核对网址，或者从左侧导航重新进入。", status=404)
    )


def fault(request: HttpRequest) -> HttpResponse:
    """A fault of ours. What was acknowledged before is kept."""
    return refusal_page(
        request,
        Refused(
            "系统出现故障，本次操作没有保存。",
            "请稍后重试；仍不成功的，请把请求编号告诉系统管理员。",
            status=500,
        ),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token is missing or stale."""
    return refusal_page(
        request,
        Refused(
            "页面停留时间过长，本次提交没有处理。",
            "请返回上一页，刷新后重新提交；填写的内容请先复制保留。",
            status=403,
        ),
    )

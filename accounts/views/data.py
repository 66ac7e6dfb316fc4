from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.requests import PersonRequest, asks_again
from accounts.services.export import write_archive


class Archive(FileResponse):
    """Sent in large parts: each costs a round trip between the server's threads."""

    block_size = 1024 * 1024


@asks_again
def show(request: PersonRequest) -> HttpResponse:
    return render(request, "accounts/data/show.html")


@asks_again
@require_POST
def download(request: PersonRequest) -> FileResponse:
    name = f"kitchen-{timezone.localdate():%Y-%m-%d}.zip"
    return Archive(write_archive(request.user), as_attachment=True, filename=name, content_type="application/zip")

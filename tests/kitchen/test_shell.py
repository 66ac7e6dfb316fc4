"""What a browser asks for by itself, and the pages that come when nothing else does."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from kitchen import stylesheets

ERROR_PAGES = ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"]


@pytest.mark.parametrize("name", ERROR_PAGES)
def test_error_pages_need_neither_database_nor_context(name: str) -> None:
    html = render_to_string(name)
    assert html.count("<h1>") == 1
    assert 'href="/"' in html


def test_the_offline_page_knows_nobody(client: Client) -> None:
    answer = client.get(reverse("kitchen:offline"))
    assert answer.status_code == 200
    assert not answer.cookies


def test_the_worker_rules_the_whole_site_and_changes_with_the_styles(client: Client) -> None:
    answer = client.get(reverse("kitchen:service_worker"))
    assert reverse("kitchen:service_worker") == "/sw.js"
    assert answer["Content-Type"].startswith("text/javascript")
    assert "no-cache" in answer["Cache-Control"]
    assert "css/tokens.css" in answer.text or stylesheets.BUNDLE in answer.text


def test_the_manifest_names_pictures_that_exist(client: Client) -> None:
    answer = client.get(reverse("kitchen:manifest"))
    assert answer["Content-Type"] == "application/manifest+json"
    body = json.loads(answer.text)
    assert body["start_url"] == "/"
    for picture in body["icons"]:
        assert finders.find(picture["src"].removeprefix(settings.STATIC_URL))


def test_the_favicon_is_found(client: Client) -> None:
    assert client.get(reverse("kitchen:favicon")).status_code == 302


def test_every_stylesheet_is_linked_once_and_the_layers_come_first() -> None:
    names = stylesheets.sheets()
    assert names[0] == "css/layers.css"
    assert len(names) == len(set(names))
    assert "css/components/plate.css" in names
    assert "css/admin.css" not in names


def test_collecting_writes_all_sheets_as_one(tmp_path: Path) -> None:
    from django.contrib.staticfiles.storage import StaticFilesStorage

    class Plain(StaticFilesStorage):
        def post_process(self, paths: dict[str, object], **options: object) -> list[object]:
            return list(paths)

    class Storage(stylesheets.OneStylesheet, Plain):
        pass

    storage = Storage(location=tmp_path)
    assert list(storage.post_process({})) == [stylesheets.BUNDLE]
    text = (tmp_path / stylesheets.BUNDLE).read_text(encoding="utf-8")
    assert text.index("@layer reset, tokens") < text.index("--enamel") < text.index(".plate {")

"""What a browser asks for by itself, and the pages that come when nothing else does."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import OperationalError, connection
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from kitchen import stylesheets, worker_script

ERROR_PAGES = ["400.html", "403.html", "403_csrf.html", "404.html", "500.html", "503.html"]


@pytest.mark.parametrize("name", ERROR_PAGES)
def test_error_pages_need_neither_database_nor_context(name: str) -> None:
    html = render_to_string(name)
    assert html.count("<h1>") == 1
    assert 'href="/"' in html


@pytest.mark.django_db
def test_a_database_that_is_away_is_busy_not_broken() -> None:
    """As when all connections of the pool are taken: whoever asked may ask again."""

    def away(*_: object) -> None:
        raise OperationalError("couldn't get a connection after 10.00 sec")

    with connection.execute_wrapper(away):
        answer = Client(raise_request_exception=False).get(reverse("account_login"))
    assert answer.status_code == 503
    assert answer["Retry-After"]


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


def test_a_browser_that_has_the_worker_is_not_sent_it_again(client: Client) -> None:
    address = reverse("kitchen:service_worker")
    first = client.get(address, headers={"accept-encoding": "gzip"})
    again = client.get(address, headers={"accept-encoding": "gzip", "if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(address, headers={"if-none-match": '"another"'}).status_code == 200


def test_the_worker_is_one_plain_script(client: Client) -> None:
    script = client.get(reverse("kitchen:service_worker")).text
    assert 'modules["js/shopping/queue.js"]' in script
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a.js": 'import thing from "./b.js";'}, "is not understood"),
        ({"a.js": "export default 1;"}, "is not understood"),
        ({"a.js": 'import "./b.js";', "b.js": 'import "./a.js";'}, "imports itself: a.js > b.js > a.js"),
    ],
)
def test_a_worker_that_would_not_run_is_refused(
    files: dict[str, str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(finders, "find", lambda name: str(tmp_path / name))
    with pytest.raises(ValueError, match=said):
        worker_script.joined("a.js")


def test_modules_are_joined_once_and_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {
        "a.js": 'import { one as first } from "./b.js";\nimport * as all from "./c.js";\nfirst(all);',
        "b.js": 'import { two } from "./c.js";\nexport function one() { return two; }',
        "c.js": "export const two = 2;\nexport async function three() {}",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(finders, "find", lambda name: str(tmp_path / name))
    script = worker_script.joined("a.js")
    assert re.findall(r'^modules\["(.)\.js"\]', script, re.MULTILINE) == ["c", "b", "a"]
    assert "return { two, three };" in script
    assert 'const { one: first } = modules["b.js"];' in script
    assert 'const all = modules["c.js"];' in script


def test_the_manifest_names_pictures_that_exist(client: Client) -> None:
    answer = client.get(reverse("kitchen:manifest"))
    assert answer["Content-Type"] == "application/manifest+json"
    body = json.loads(answer.text)
    assert body["start_url"] == "/"
    for picture in body["icons"]:
        assert finders.find(picture["src"].removeprefix(settings.STATIC_URL))
    assert [one["url"] for one in body["shortcuts"]] == ["/?to=shopping#add", "/?to=shopping", "/"]


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

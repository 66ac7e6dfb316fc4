"""Static files are collected when they change, and then only what changed is packed again."""

import os
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles.finders import get_finder
from django.test import Client

from kitchen.server import static


@pytest.fixture
def source(tmp_path: Path, settings: LazySettings) -> Path:
    """A project with two modules and a stylesheet."""
    directory = tmp_path / "source"
    for name, text in {
        "css/layers.css": "@layer base;\n" + "a { color: red }\n" * 40,
        "js/main.js": 'import { other } from "./other.js";\nother();\n' + "// words\n" * 80,
        "js/other.js": "export const other = () => 1;\n" + "// words\n" * 80,
    }.items():
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        (directory / name).write_text(text)
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [directory]
    settings.STATIC_ROOT = tmp_path / "static"
    hashed = {"BACKEND": "kitchen.staticfiles.HashedStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": hashed}
    get_finder.cache_clear()
    yield directory
    get_finder.cache_clear()


def collected(root: Path, pattern: str) -> Path:
    """The one file of that pattern below the collected ones."""
    (found,) = root.glob(pattern)
    return found


def change(path: Path, text: str) -> None:
    path.write_text(text)
    os.utime(path, (1_000_000_000, 1_000_000_000))


def test_nothing_to_do_is_seen(source: Path) -> None:
    assert static.ensure_collected()
    assert not static.ensure_collected()


def test_only_what_changed_is_packed_again(source: Path, settings: LazySettings) -> None:
    root = Path(settings.STATIC_ROOT)
    static.ensure_collected()
    css, main, other = (
        collected(root, name) for name in ("css/layers.*.css.br", "js/main.*.js.br", "js/other.*.js.br")
    )
    packed = css.stat().st_mtime_ns
    change(source / "js" / "other.js", "export const other = () => 2;\n" + "// words\n" * 80)
    assert static.ensure_collected()
    assert css.stat().st_mtime_ns == packed
    assert not other.exists()
    # A module has the hashed names of what it imports in it, so it changes with them.
    assert not main.exists()
    imported = collected(root, "js/other.*.js")
    assert f"./{imported.name}" in collected(root, "js/main.*.js").read_text()


@pytest.mark.parametrize(("takes", "sent"), [("gzip, br", "br"), ("gzip", "gzip"), ("identity", None)])
def test_what_has_a_hash_is_sent_small_and_kept_for_good(
    source: Path, settings: LazySettings, takes: str, sent: str | None
) -> None:
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = False
    static.ensure_collected()
    name = collected(Path(settings.STATIC_ROOT), "css/layers.*.css").name
    answer = Client().get(f"/static/css/{name}", headers={"accept-encoding": takes})
    assert answer.status_code == 200
    assert answer.headers.get("Content-Encoding") == sent
    assert "immutable" in answer["Cache-Control"]
    assert answer["Vary"] == "Accept-Encoding"


def test_a_collecting_that_broke_off_begins_anew(
    source: Path, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    static.ensure_collected()
    packed = collected(Path(settings.STATIC_ROOT), "css/layers.*.css.br")
    change(source / "js" / "other.js", "export const other = () => 3;\n")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(static, "call_command", interrupted)
        static.ensure_collected()
    packed.write_bytes(b"half")
    assert static.ensure_collected()
    assert packed.read_bytes() != b"half"


def test_what_an_image_brought_is_left_alone(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    static.ensure_collected()
    change(source / "js" / "other.js", "export const other = () => 4;\n")
    monkeypatch.setattr(static.os, "access", lambda *_: False)
    assert not static.ensure_collected()

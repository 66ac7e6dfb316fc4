"""Sites and files that mean harm: refused in one sentence, and nothing of them is left. recipes:recipe_import.create
begins these imports.
"""

import io
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PIL import Image

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.errors import DomainError
from kitchen.fetching import Limits, fetch
from recipes import import_pictures, import_source, pictures
from recipes.models import Recipe, RecipePicture
from recipes.services.picture import keep_picture
from recipes.services.recipe_import import import_draft
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.fake_site import Answer, FakeSite, fake_site
from tests.recipes.importing import bring, count, dish, fates, page_of, photo
from tests.recipes.test_recipe_import_luggage import FULL

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeSite]:
    """A real server on loopback, which only these imports may ask."""
    with fake_site() as found:
        quick = partial(fetch, guard=found.guard)
        monkeypatch.setattr(import_source, "fetch", lambda url: quick(url, limits=Limits(seconds=1.0)))
        monkeypatch.setattr(import_pictures, "fetch", quick)
        monkeypatch.setattr("recipes.incoming.checked", lambda *_asked: None)
        yield found


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(status=302, headers={"Location": "http://169.254.169.254/latest/meta-data/"}), "public internet"),
        (Answer(b"<html>", drip=True), "took too long"),
        (Answer(b"<p>" + b"x" * 6_000_000), "larger than 5 MB"),
        (Answer(SVG, content_type="image/svg+xml"), "no web page"),
        (Answer(b'{"@type": "Recipe", "a": ' + b"[" * 200 + b"]" * 200 + b"}"), "neither ingredients nor steps"),
        (Answer(b"<html><p>A story.</p></html>"), "no recipe in it"),
    ],
)
def test_pages_that_mean_harm(
    answer: Answer, why: str, site: FakeSite, household: Household, bob: User, client_of: ClientOf
) -> None:
    site.pages["/page"] = answer
    bring(client_of(bob), household, what=site.url("/page"))
    (told,) = fates().values()
    assert why in told
    assert count() == 0


@pytest.mark.parametrize(
    "answer",
    [
        Answer(SVG, content_type="image/svg+xml"),
        Answer(SVG, content_type="image/png"),
        Answer(b"<html>", content_type="text/html"),
        Answer(status=302, headers={"Location": "http://169.254.169.254/"}),
        Answer(status=404),
    ],
)
def test_pictures_that_mean_harm_fail_no_recipe(
    answer: Answer, site: FakeSite, household: Household, bob: User, client_of: ClientOf
) -> None:
    site.pages["/dal"] = Answer(page_of(dish(image=site.url("/dal.png"))).encode())
    site.pages["/dal.png"] = answer
    bring(client_of(bob), household, what=site.url("/dal"))
    assert fates() == {"Dal": "imported"}
    with as_owner():
        assert not RecipePicture.objects.exists()


def test_a_good_picture_is_written_anew(site: FakeSite, household: Household, bob: User, client_of: ClientOf) -> None:
    site.pages["/dal"] = Answer(page_of(dish(image=site.url("/dal.jpg"))).encode())
    site.pages["/dal.jpg"] = Answer(photo(2400, 1200), content_type="image/jpeg")
    bring(client_of(bob), household, what=site.url("/dal"))
    with as_owner():
        picture = RecipePicture.objects.select_related("file", "thumb").get()
        assert (picture.width, picture.height, picture.position) == (1600, 800, 0)
        assert {picture.file.media_type, picture.thumb.media_type} == {"image/webp"}


def written(image: Image.Image, kind: str, **how: Any) -> bytes:
    found = io.BytesIO()
    image.save(found, kind, **how)
    return found.getvalue()


def test_what_a_camera_wrote_is_left_behind_and_the_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Spycam"
    found = pictures.shown(written(Image.new("RGB", (300, 100)), "JPEG", exif=exif))
    assert (found.width, found.height) == (100, 300)
    assert b"Spycam" not in found.file
    assert not Image.open(io.BytesIO(found.file)).getexif()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (SVG, "no picture"),
        (b"\x89PNG\r\n\x1a\n and no more", "no picture"),
        (written(Image.new("RGB", (40, 40)), "PNG")[:60], "picture"),
        (written(Image.new("1", (9000, 9000)), "PNG"), "megapixels"),
        (b"x" * 20_000_001, "20 MB"),
    ],
)
def test_what_is_no_picture_is_told_in_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(DomainError, match=why):
        pictures.shown(data)


def test_the_same_picture_is_kept_once(household: Household, bob: User) -> None:
    with tenancy.scope(household=household.pk, person=bob.pk):
        recipe = import_draft(household, FULL, by=bob).recipe
        assert recipe
        first = keep_picture(recipe, pictures.shown(photo()), alt=" Red ")
        assert keep_picture(recipe, pictures.shown(photo())).pk == first.pk
        assert keep_picture(recipe, pictures.shown(photo(100, 100))).position == 1
        assert (first.alt, Recipe.objects.get().pictures.count()) == ("Red", 2)

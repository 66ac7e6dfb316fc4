from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import posted, refusing, say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from accounts.services.stored_file import read_file
from kitchen.http import UNPROCESSABLE, go, is_htmx
from recipes.forms.picture import AltForm, PicturesForm
from recipes.models import Recipe, RecipePicture
from recipes.queries.album import pictures_of
from recipes.queries.finding import recipes_of
from recipes.services import album

# What is kept under an id never changes.
FOR_A_YEAR = "private, max-age=31536000, immutable"
PLACES = {"first": 0, "last": 1000}


def found(request: HouseholdRequest, id: UUID) -> RecipePicture:
    pictures = RecipePicture.objects.filter(household=request.household, recipe__deleted_at=None)
    return get_object_or_404(pictures.select_related("recipe__household", "file", "thumb"), pk=id)


def recipe_found(request: HouseholdRequest, id: UUID) -> Recipe:
    return get_object_or_404(recipes_of(request.household).select_related("household"), pk=id)


def drawn(request: HouseholdRequest, recipe: Recipe, form: PicturesForm | None = None) -> HttpResponse:
    """The pictures as they are now; for whoever has no JavaScript, on their own page again."""
    if not is_htmx(request) and not (form and form.errors):
        return go(request, "recipes:picture.index", code=request.household.code, recipe=recipe.pk)
    template = "recipes/picture/_pictures.html" if is_htmx(request) else "recipes/picture/index.html"
    shown = {"recipe": recipe, "album": pictures_of(recipe), "uploads": form, "answered": True}
    return render(request, template, shown, status=UNPROCESSABLE if form and form.errors else None)


@open_to(*EVERYBODY)
@require_safe
def show(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """`?size=thumb` for the small one."""
    picture = found(request, id)
    file = picture.thumb if request.GET.get("size") == "thumb" else picture.file
    etag = quote_etag(file.sha256)
    response = get_conditional_response(request, etag=etag) or HttpResponse(
        read_file(file), content_type=file.media_type, headers={"X-Content-Type-Options": "nosniff"}
    )
    response["ETag"], response["Cache-Control"] = etag, FOR_A_YEAR
    return response


@open_to(*TABLE)
@require_safe
def index(request: HouseholdRequest, recipe: UUID) -> HttpResponse:
    dish = recipe_found(request, recipe)
    return render(request, "recipes/picture/index.html", {"recipe": dish, "album": pictures_of(dish)})


@open_to(*TABLE)
@require_POST
def create(request: HouseholdRequest, recipe: UUID) -> HttpResponse:
    dish = recipe_found(request, recipe)
    form = PicturesForm(posted(request), request.FILES)
    if form.is_valid():
        with refusing(form):
            added = album.add_pictures(dish, form.cleaned_data["pictures"], by=request.user)
            if added:
                say_done(request, _("The pictures are here."), "recipe.pictured", recipe)
            else:
                messages.info(request, _("These pictures are here already."))
    return drawn(request, dish, form)


@open_to(*TABLE)
@require_POST
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """What is to be seen on it, in words."""
    picture, form = found(request, id), AltForm(posted(request))
    if form.is_valid():
        album.describe_picture(picture, form.cleaned_data["alt"], by=request.user)
        messages.success(request, _("Saved."))
    return drawn(request, picture.recipe)


@open_to(*TABLE)
@require_POST
def move(request: HouseholdRequest, id: UUID) -> HttpResponse:
    """To the first place, or one place to either side."""
    picture = found(request, id)
    to = PLACES.get(request.POST.get("to", ""), picture.position + (1 if request.POST.get("to") == "after" else -1))
    album.move_picture(picture, to, by=request.user)
    return drawn(request, picture.recipe)


@open_to(*TABLE)
@require_POST
def remove(request: HouseholdRequest, id: UUID) -> HttpResponse:
    picture = found(request, id)
    album.remove_picture(picture, by=request.user)
    say_done(request, _("The picture is taken out."), "recipe.unpictured", picture.recipe_id)
    return drawn(request, picture.recipe)

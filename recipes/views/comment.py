from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.answers import posted, refusing, say_done
from accounts.doors import EVERYBODY, TABLE, HouseholdRequest, open_to
from kitchen.http import UNPROCESSABLE, is_htmx
from pantry.answers import varied
from recipes.answers import asked, back_to_dish, dish_or_404
from recipes.forms.opinion import CommentChangeForm, CommentForm
from recipes.models import Recipe, RecipeComment
from recipes.queries.talk import talk_about
from recipes.services.comment import add_comment, change_comment, delete_comment


def found(request: HouseholdRequest, id: UUID) -> RecipeComment:
    ours = RecipeComment.objects.filter(household=request.household, deleted_at=None, recipe__deleted_at=None)
    return get_object_or_404(ours.select_related("household", "recipe"), pk=id)


def drawn(request: HouseholdRequest, recipe: Recipe, form: CommentForm) -> HttpResponse:
    """Everything that is said of the dish: as a page, or as a part of the dish's own."""
    template = "recipes/comment/_talk.html" if is_htmx(request) else "recipes/comment/index.html"
    at_table = request.membership.role in TABLE
    talk = talk_about(recipe, request.user)
    context = {"recipe": recipe, "talk": talk, "form": form, "at_table": at_table}
    return varied(render(request, template, context, status=UNPROCESSABLE if form.errors else None))


@open_to(*EVERYBODY)
@require_safe
def index(request: HouseholdRequest, recipe: UUID) -> HttpResponse:
    return drawn(request, dish_or_404(request, recipe), CommentForm())


@open_to(*TABLE)
@require_POST
def create(request: HouseholdRequest, recipe: UUID) -> HttpResponse:
    dish, form = dish_or_404(request, recipe), CommentForm(request.POST)
    if form.is_valid():
        with refusing(form):
            add_comment(dish, form.cleaned_data["text"], by=request.user, id=form.deed("id", recipe))
            if is_htmx(request):
                return drawn(request, dish, CommentForm())
            return back_to_dish(request, recipe)
    return drawn(request, dish, form)


@open_to(*TABLE)
def edit(request: HouseholdRequest, id: UUID) -> HttpResponse:
    comment = found(request, id)
    form = CommentChangeForm(posted(request), initial={"text": comment.text})
    if form.is_valid():
        with refusing(form):
            change_comment(comment, form.cleaned_data["text"], by=request.user)
            say_done(request, _("Changed."), "comment.changed", id)
            return back_to_dish(request, comment.recipe_id)
    return asked(request, "recipes/comment/edit.html", form, comment=comment)


@open_to(*TABLE)
@require_POST
def delete(request: HouseholdRequest, id: UUID) -> HttpResponse:
    comment = found(request, id)
    delete_comment(comment, by=request.user)
    say_done(request, _("Your comment is gone."), "comment.deleted", id)
    return back_to_dish(request, comment.recipe_id)

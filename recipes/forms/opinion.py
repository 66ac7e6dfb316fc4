"""What a person says of a dish: stars, a comment, a note of their own."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.line import TextField
from kitchen.forms import ChoiceChips, Form
from kitchen.ids import new_id
from recipes.models import RecipeReview

MOST = 2000
STARS = [(5, _("5: again and again")), (4, _("4: good")), (3, _("3: fine")), (2, _("2: not really")), (1, _("1: no"))]


class ReviewForm(Form):
    stars = forms.TypedChoiceField(
        label=_("How many stars?"),
        choices=STARS,
        coerce=int,
        widget=ChoiceChips,
        error_messages={"required": _("Give one to five stars."), "invalid_choice": _("Give one to five stars.")},
    )
    text = TextField(
        label=_("What to remember"),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody in the household reads it."),
    )

    def __init__(self, data: object = None, *, mine: RecipeReview | None = None, stars: str = "") -> None:
        kept = {"stars": mine.stars, "text": mine.text} if mine else {}
        super().__init__(data, initial={**kept, **({"stars": stars} if stars else {})})  # type: ignore[arg-type]


class CommentForm(Form):
    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    text = TextField(
        label=_("Say something about it"),
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say something.")},
    )


class CommentChangeForm(Form):
    text = TextField(
        label=_("Your comment"),
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say something.")},
    )


class FavouriteForm(Form):
    note = TextField(
        label=_("A note, only for you"),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Nobody else in the household reads it."),
    )

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from kitchen import tenancy
from kitchen.ids import new_id


class ConversationKind(models.TextChoices):
    SOLO = "solo", _("only you")
    GROUP = "group", _("everybody here")


class Answering(models.TextChoices):
    """When the assistant answers in a group; in one's own conversation it always does."""

    ADDRESSED = "addressed", _("when it is addressed")
    ALWAYS = "always", _("always")


class About(models.TextChoices):
    """What a conversation was opened from, and is about until something else is named."""

    NOTHING = "", _("nothing")
    RECIPE = "recipe", _("recipe")
    LOT = "lot", _("lot")
    LIST = "list", _("list")
    FOOD = "food", _("food")


class Conversation(models.Model):
    """`private_to` is whose solo chat this is, null in a group; every row of a conversation repeats it, for the wall.

    `last_number` is that of its newest message; the row's lock puts messages sent at once into one order.
    `title_given` says that a person chose the title. `summary` tells the assistant what was said before the turns that
    it still hears of. `about` with `about_id` is the thing on the screen that it was opened from.
    """

    tenancy = tenancy.household_or_own()

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="conversations")
    private_to = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=6, choices=ConversationKind, default=ConversationKind.SOLO)
    answering = models.CharField(
        _("the assistant answers"), max_length=9, choices=Answering, default=Answering.ADDRESSED
    )
    title = models.CharField(_("title"), max_length=80, blank=True)
    title_given = models.BooleanField(default=False)
    summary = models.TextField(max_length=2000, blank=True)
    about = models.CharField(max_length=6, choices=About, default=About.NOTHING, blank=True)
    about_id = models.UUIDField(null=True)
    started_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    last_number = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("conversation"), _("conversations")
        ordering = ["-last_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="solo", private_to__isnull=False) | models.Q(kind="group", private_to=None),
                name="chat_conversation_private_or_group",
                violation_error_message=_("A conversation is yours alone, or everybody's."),
            )
        ]
        indexes = [models.Index(fields=["household", "-last_at"], name="chat_conversation_newest")]

    def __str__(self) -> str:
        # Where rows are named to staff: a title is the words of the first message.
        return f"{self.kind} {self.pk}"


class ConversationMark(models.Model):
    """What one person keeps of a conversation: how far they have read, and whether it is pinned or put aside."""

    tenancy = tenancy.household_or_own("user_id")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="marks")
    read_number = models.PositiveIntegerField(default=0)
    pinned_at = models.DateTimeField(null=True, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("mark of a conversation"), _("marks of conversations")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "conversation", "user"],
                name="chat_conversationmark_once",
                violation_error_message=_("Each person keeps one mark."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.conversation_id} {self.read_number}"

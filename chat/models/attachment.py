from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Household, User
from chat.models.conversation import Conversation
from chat.models.message import Message
from kitchen import tenancy
from kitchen.ids import new_id


class Attachment(models.Model):
    """A picture or a file that somebody put beside a message; without one while it is still being written.

    Its bytes lie here and not with the household's files, so that one's own conversation stays one's own. `outcome` is
    what became of it: `recipes` (to the import `subject`), `product` or `lot` (the `subject`), `code` (a barcode that
    nobody knows, its number as the `subject`), `kept`; `said` tells people.
    """

    tenancy = tenancy.household_or_own()

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="+")
    private_to = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="+")
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="attachments")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, related_name="attachments")
    added_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    data = models.BinaryField()
    outcome = models.CharField(max_length=10, blank=True)
    subject = models.UUIDField(null=True)
    said = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = _("attachment"), _("attachments")
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        return f"{self.media_type} {self.size}"

from django.urls import path

from chat.views import conversation, home, message, proposal, run

app_name = "chat"
urlpatterns = [
    path("", home.show, name="home"),
    path("new/", conversation.create, name="conversation.create"),
    path("<uuid:id>/", conversation.show, name="conversation.show"),
    path("<uuid:id>/edit/", conversation.edit, name="conversation.edit"),
    path("<uuid:id>/delete/", conversation.delete, name="conversation.delete"),
    path("<uuid:id>/restore/", conversation.restore, name="conversation.restore"),
    path("<uuid:id>/messages/", message.create, name="message.create"),
    path("runs/<uuid:id>/stop/", run.stop, name="run.stop"),
    path("runs/<uuid:id>/retry/", run.retry, name="run.retry"),
    path("proposals/<uuid:id>/approve/", proposal.approve, name="proposal.approve"),
    path("proposals/<uuid:id>/deny/", proposal.deny, name="proposal.deny"),
    path("proposals/<uuid:id>/undo/", proposal.undo, name="proposal.undo"),
]

"""What the feed tells of stars, comments, collections and public links."""

from django.utils.translation import gettext_lazy as _

from accounts.verbs import Verb
from recipes.services import collection_undo, comment, link, review

OPINION_VERBS = {
    "recipe.rated": Verb(_("{actor} gave {name} {stars} of 5 stars"), "star", review.undo_rating),
    "recipe.unrated": Verb(_("{actor} took back the stars for {name}"), "star", review.undo_rating),
    "recipe.shared": Verb(_("{actor} made a public link to {name}"), "share", link.undo_sharing),
    "recipe.unshared": Verb(_("{actor} revoked the public link to {name}"), "lock"),
    "comment.added": Verb(_("{actor} said something about {name}"), "chat", comment.undo_comment),
    "comment.changed": Verb(_("{actor} changed a comment on {name}"), "chat", comment.undo_comment_change),
    "comment.deleted": Verb(_("{actor} deleted a comment on {name}"), "trash", comment.undo_comment_deletion),
    "collection.created": Verb(_("{actor} began the collection {name}"), "archive", collection_undo.undo_creation),
    "collection.renamed": Verb(
        _("{actor} calls the collection {from} {name} now"), "archive", collection_undo.undo_renaming
    ),
    "collection.deleted": Verb(_("{actor} deleted the collection {name}"), "trash", collection_undo.undo_deletion),
    "collection.filled": Verb(_("{actor} put {name} into {collections}"), "archive", collection_undo.undo_choice),
    "collection.emptied": Verb(_("{actor} took {name} out of {collections}"), "archive", collection_undo.undo_choice),
}

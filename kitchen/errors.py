"""What a service says when it refuses."""

from django.core.exceptions import ValidationError


class DomainError(Exception):
    """A refusal in one sentence for a person: views show it with 422, tools and commands pass it on.

    `field` names the form field the sentence belongs to, where there is one. With `retry_after`, in seconds, it is
    refused for now only: views then show it with 429.
    """

    def __init__(self, message: object, *, field: str | None = None, retry_after: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.retry_after = retry_after

    def __str__(self) -> str:
        return str(self.message)

    def as_validation(self) -> ValidationError:
        return ValidationError(str(self.message))

from kitchen.errors import DomainError


class BackupError(DomainError):
    """A backup cannot be made, read or restored; the message says why and what to do."""

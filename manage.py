#!/usr/bin/env python
"""The operator's door: every command of Kitchen and of Django."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kitchen.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    from kitchen.errors import DomainError

    try:
        execute_from_command_line(sys.argv)
    except (DomainError, ImproperlyConfigured) as refusal:
        # What an operator can mend is told in a sentence; a traceback would hide it.
        sys.exit(str(refusal))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()

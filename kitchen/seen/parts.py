"""Which parts of Kitchen run in this process: "worker" is there once tasks are taken."""

here: set[str] = set()

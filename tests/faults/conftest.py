from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kitchen import embedded
from tests.faults.home import Home


@pytest.fixture(scope="session")
def home() -> Iterator[Home]:
    """Set up once, and its database runs throughout, whichever processes come and go."""
    with TemporaryDirectory(prefix="kitchen-faults-", ignore_cleanup_errors=True) as directory:
        made = Home(Path(directory) / "var")
        with made.run() as kitchen:
            kitchen.first_page(patience=240)
            server = embedded.start(made.var / "postgres")
            kitchen.stop()
        yield made
        server.stop()

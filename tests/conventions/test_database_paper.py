"""docs/database.md is what the models say today."""

from io import StringIO

import pytest
from django.core.management import call_command

from tests.conventions.project import ROOT, text_of


@pytest.mark.django_db
def test_the_paper_equals_the_models() -> None:
    out = StringIO()
    call_command("database_doc", stdout=out)
    assert text_of(ROOT / "docs/database.md") == out.getvalue(), "Run `manage.py database_doc --write`."

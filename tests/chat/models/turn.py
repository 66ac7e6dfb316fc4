"""A question to the fake model, its run, and what was written down of it."""

from asgiref.sync import async_to_sync

from accounts.models import Household, User
from chat.models import AIModelResult, Run
from chat.runs.perform import perform
from chat.runs.reach import ref_of
from kitchen import tenancy
from kitchen.ids import new_id
from pantry.queries.day import today_in
from pantry.services.stock import add_stock, new_lots
from tests.chat.held import Held, begin, run_in
from tests.database import as_owner

KEY = "sk-very-secret-0123456789"


def put_on_shelves(household: Household, by: User, lines: str) -> None:
    with tenancy.scope(household=household.pk, person=by.pk):
        lots, _wrong = new_lots(lines, household, today=today_in(household))
        add_stock(household, lots, by=by, operation=new_id())


class Turn:
    """A question, its run, and what was written down of it."""

    def __init__(self, household: Household, by: User, runs: Held, text: str = "What is left?") -> None:
        self.conversation = begin(household, by, text)
        async_to_sync(perform)(ref_of(run_in(self.conversation)))

    @property
    def run(self) -> Run:
        found = run_in(self.conversation)
        with as_owner():
            return Run.objects.select_related("answer", "question").get(pk=found.pk)

    @property
    def result(self) -> AIModelResult:
        run = self.run
        with as_owner():
            return AIModelResult.objects.get(run=run.pk)

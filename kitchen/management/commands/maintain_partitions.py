from typing import Any

from django.utils import timezone

from kitchen.management.operator import OperatorCommand
from kitchen.partitions.maintaining import maintain


class Command(OperatorCommand):
    help = "Makes the months ahead of tables that are cut by month, and drops those past their time."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for sentence in maintain(timezone.now()) or ["Every month is there that should be, and no other."]:
            self.say(sentence)

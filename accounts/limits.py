"""How often something may be tried: a count in the cache for each address and each person."""

import time
from contextlib import suppress
from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kitchen.errors import DomainError

TOO_MANY = 429


@dataclass(frozen=True)
class Limit:
    """`amount` times within each `seconds` of the clock, by address and by person alike."""

    name: str
    amount: int
    seconds: int

    def reached(self, request: HttpRequest) -> bool:
        return any(cache.get(key, 0) >= self.amount for key in self._keys(request))

    def check(self, request: HttpRequest) -> None:
        """Raises a DomainError with 429 where there were too many: a form then keeps what was typed."""
        if self.reached(request):
            told = _("That was a little too often. Wait a while, then send it again; nothing that you typed is lost.")
            raise DomainError(told, retry_after=self.seconds - int(time.time()) % self.seconds)

    def spend(self, request: HttpRequest) -> None:
        self.check(request)
        self.count(request)

    def count(self, request: HttpRequest) -> None:
        for key in self._keys(request):
            if not cache.add(key, 1, self.seconds):
                with suppress(ValueError):  # it ran out just now
                    cache.incr(key)

    def _keys(self, request: HttpRequest) -> list[str]:
        who = [f"ip:{get_adapter().get_client_ip(request)}"]
        if request.user.is_authenticated:
            who.append(f"person:{request.user.pk}")
        period = int(time.time() // self.seconds)
        return [f"limit:{self.name}:{period}:{one}" for one in who]


# Each reads pages or files of others, in a worker that everybody shares.
IMPORTS = Limit("imports", 60, 600)


def too_many(request: HttpRequest) -> HttpResponse:
    return render(request, "429.html", status=TOO_MANY)

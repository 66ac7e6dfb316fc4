"""A request's scope: one transaction, the person of the session, the household of the URL; undone as a whole."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client
from django.urls import include, path

from accounts.models import Eater, Household, User
from kitchen import tenancy
from kitchen.urls import handler400, handler403, handler404, handler500
from kitchen.urls import urlpatterns as own
from tests.conftest import ClientOf
from tests.database import as_owner
from tests.factories import EaterFactory

pytestmark = [pytest.mark.tenancy, pytest.mark.django_db(transaction=True), pytest.mark.urls(__name__)]

Ask = Callable[[str], HttpResponse]
__all__ = ["handler400", "handler403", "handler404", "handler500"]


def count(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{Household.objects.count()} {Eater.objects.count()}")


def stream(request: HttpRequest) -> StreamingHttpResponse:
    def parts() -> Iterator[str]:
        for eater in Eater.objects.all():
            yield f"{eater.name};"

    return StreamingHttpResponse(parts())


def write_and_break(request: HttpRequest) -> HttpResponse:
    Eater.objects.create(household=request.household, name="lost")
    raise ZeroDivisionError


def write_and_defer(request: HttpRequest) -> HttpResponse:
    """What only the end of the transaction refuses: a household without its owner."""
    request.household.memberships.all().delete()
    return HttpResponse("left")


def after_commit(request: HttpRequest) -> HttpResponse:
    tenancy.on_commit(lambda: seen.append(Eater.objects.count()))
    return HttpResponse()


seen: list[int] = []
urlpatterns = [
    path("plain/", count),
    path(
        "h/<slug:code>/try/",
        include(
            [
                path("count/", count),
                path("stream/", stream),
                path("break/", write_and_break),
                path("defer/", write_and_defer),
                path("after/", after_commit),
            ]
        ),
    ),
    *own,
]


@pytest.fixture
def at(household: Household, alice: User, stranger: User, client_of: ClientOf) -> Ask:
    EaterFactory(household=household, name="Mia")
    EaterFactory(name="not ours")
    client = client_of(alice)
    client.raise_request_exception = False
    return lambda name: client.post(f"/h/{household.code}/try/{name}/")


def eaters() -> list[str]:
    with as_owner():
        return sorted(Eater.objects.values_list("name", flat=True))


def test_a_page_sees_its_household(at: Ask) -> None:
    assert at("count").content == b"1 1"
    assert tenancy.current() is None


def test_outside_a_household_a_person_sees_no_eaters(alice: User, client_of: ClientOf) -> None:
    EaterFactory()
    assert client_of(alice).get("/plain/").content == b"1 0"


def test_nobody_sees_nothing(alice: User, client: Client) -> None:
    assert client.get("/plain/").content == b"0 0"


def test_a_strangers_household_is_not_there(household: Household, stranger: User, client_of: ClientOf) -> None:
    known = client_of(stranger).get(f"/h/{household.code}/try/count/")
    unknown = client_of(stranger).get("/h/nosuchcode/try/count/")
    assert (known.status_code, known.content) == (404, unknown.content)


def test_anonymous_goes_to_sign_in_and_back(household: Household, client: Client) -> None:
    url = f"/h/{household.code}/try/count/"
    assert client.get(url).headers["Location"] == f"/accounts/login/?next={url.replace('/', '%2F')}"


def test_a_stream_is_made_in_the_scope(at: Ask) -> None:
    response = at("stream")
    assert b"".join(response.streaming_content) == b"Mia;"


def test_work_after_the_commit_sees_the_household(at: Ask) -> None:
    seen.clear()
    at("after")
    assert seen == [1]


def test_a_view_that_breaks_leaves_nothing(at: Ask) -> None:
    assert at("break").status_code == 500
    assert eaters() == ["Mia", "not ours"]


def test_what_the_end_of_the_transaction_refuses_is_not_answered(at: Ask, household: Household) -> None:
    assert at("defer").status_code == 409
    with as_owner():
        assert household.memberships.count() == 1


def test_a_request_leaves_the_connection_clean(at: Ask) -> None:
    at("count")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('app.household', true), current_setting('app.person', true)")
        assert set(cursor.fetchone()) <= {"", None}

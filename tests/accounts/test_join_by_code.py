import pytest
from django.test import Client

from accounts.models import Household, User
from tests.conftest import ClientOf
from tests.factories import InvitationFactory

URL = "/join/"


@pytest.mark.parametrize("typed", ["abcde-fgh23", "ABCDE FGH23", " abcdefgh23 ", "a b c d e – f g h 2 3"])
def test_a_code_as_people_type_it(typed: str, household: Household) -> None:
    InvitationFactory(household=household, code="abcde-fgh23")
    assert Client().post(URL, {"code": typed}).headers["location"] == "/join/abcde-fgh23/"


def test_a_pasted_link_works_as_well(household: Household) -> None:
    token = InvitationFactory(household=household).token
    response = Client().post(URL, {"code": f"Come in: https://kitchen.example.org/join/{token}/ — Alice"})
    assert response.headers["location"] == f"/join/{token}/"


@pytest.mark.parametrize("typed", ["", "abc", "abcde-fgh24", "' OR 1=1 --", "x\x00y", "q" * 400])
def test_a_wrong_code_is_one_sentence(typed: str, household: Household) -> None:
    InvitationFactory(household=household, code="abcde-fgh23")
    response = Client().post(URL, {"code": typed})
    assert response.status_code == 422
    assert 'class="error"' in response.content.decode()


def test_guessing_ends_after_ten_a_minute(household: Household, bob: User, client_of: ClientOf) -> None:
    good = InvitationFactory(household=household, code="abcde-fgh23")
    client = Client()
    codes = [client.post(URL, {"code": f"22222-2222{n}"}).status_code for n in range(2, 9)]
    codes += [client.get(f"/join/nothing{n}/").status_code for n in range(3)]
    assert codes == [422] * 7 + [404] * 3
    for response in (
        client.post(URL, {"code": good.code}),
        client.get(f"/join/{good.token}/"),
        client_of(bob).post(f"/join/{good.token}/accept/"),
    ):
        assert response.status_code == 429


def test_good_codes_are_not_counted(household: Household) -> None:
    token = InvitationFactory(household=household, max_uses=50).token
    assert {Client().get(f"/join/{token}/").status_code for _ in range(15)} == {200}

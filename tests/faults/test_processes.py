"""A process is killed in the middle of its work, or told another time: another goes on, and nothing is done twice."""

import re
import socket
from collections import Counter
from pathlib import Path
from uuid import uuid4

from tests.faults.crowd import Crowd
from tests.faults.home import Home, begun, kill, until
from tests.faults.page import Page
from tests.faults.person import Person
from tests.operations.processes import Running, free_port
from tests.recipes.importing import dish, packed, page_of

QUESTION = "do we have flour?"
DISHES = 400
DAY = 86_400


def ask(alice: Person) -> str:
    """The id of the conversation."""
    talk = str(uuid4())
    asked = alice.post(f"/h/{alice.code}/chat/new/", text=QUESTION, id=str(uuid4()), conversation=talk, kind="solo")
    assert asked.status == 302, asked.text
    return talk


def runs(home: Home, talk: str) -> list[str]:
    """How each try to answer ended, in their order."""
    rows = home.ask("SELECT state FROM chat_run WHERE conversation_id = %s ORDER BY created_at", talk)
    return [state for (state,) in rows]


def answered(home: Home, talk: str) -> None:
    until(lambda: runs(home, talk)[-1:] == ["done"], lambda: runs(home, talk))


def test_the_web_process_is_killed_while_people_work_and_an_answer_is_written(home: Home) -> None:
    """What waits on devices is sent again, and done once; an answer says that it was interrupted, and is tried anew."""
    with socket.create_server(("127.0.0.1", 0)) as silent:  # a model that hears and never speaks
        model = {"CHAT_MODEL": "silent", "CHAT_API_KEY": "key", "CHAT_ALLOW_PRIVATE": "1"}
        model["CHAT_BASE_URL"] = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        with home.web(port=(port := free_port()), **model) as kitchen:
            alice = home.alice(kitchen)
            talk = ask(alice)
            until(lambda: runs(home, talk) == ["running"])
            with Crowd(home, alice) as crowd:
                kill(kitchen)
                crowd.meets(0)
                with home.web(port=port) as again:
                    again.first_page()
                    crowd.goes_on()
                    # As if the fifteen seconds had passed in which the dead could have shown that they live.
                    home.ask("UPDATE chat_run SET lease_until = now() - interval '1 s' WHERE state = 'running'")
                    page = alice.get(f"/h/{alice.code}/chat/{talk}/").text
                    assert runs(home, talk) == ["interrupted"]
                    retry = re.search(r'action="(/h/[\w-]+/chat/runs/[\w-]+/retry/)"', page)
                    assert retry, "nobody can try it again"
                    assert alice.post(retry[1]).is_done
                    answered(home, talk)
                    assert runs(home, talk) == ["interrupted", "done"]
                    crowd.rests()
    crowd.judge(cut=True)


def test_the_worker_is_killed_in_the_middle_of_a_task(home: Home) -> None:
    """Another one takes it up where it was."""
    names = [f"Dal number {number}" for number in range(DISHES)]
    with home.web() as kitchen:
        alice = home.alice(kitchen)
        told = packed({f"{number}.html": page_of(dish(name)) for number, name in enumerate(names)})
        sent = alice.upload(f"/h/{alice.code}/recipes/import/", "uploads", told, operation=str(uuid4()))
        assert sent.status == 302, sent.text
        batch = re.search(r"/import/([\w-]+)/", sent.to)[1]  # type: ignore[index]

        def lines() -> Counter[str]:
            return Counter(
                name for (name,) in home.ask("SELECT name FROM recipes_importline WHERE batch_id = %s", batch)
            )

        with home.worker() as first:
            until(lines, lambda: first.text)
            kill(first)
        assert 0 < len(lines()) < DISHES
        # As if the half minute had passed in which the dead could have shown that they live.
        home.ask("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 min'")
        with home.worker() as second:
            until(lambda: not home.ask("SELECT 1 FROM recipes_importbatch WHERE id = %s AND state <> 'done'", batch),
                  lambda: second.text)  # fmt: skip
            until(lambda: not home.ask("SELECT 1 FROM procrastinate_jobs WHERE status IN ('todo', 'doing') "
                                       "AND args->>'batch' = %s", batch))  # fmt: skip
    assert lines() == Counter(names)
    kept = home.ask("SELECT name FROM recipes_recipe WHERE name LIKE 'Dal number%%' AND deleted_at IS NULL")
    assert Counter(name for (name,) in kept) == Counter(names)


def test_the_clock_jumps(home: Home, tmp_path: Path) -> None:
    """A day on, and two back: people, their pages, the assistant and the tasks go on; order comes from no clock."""
    off = tmp_path / "off"
    off.write_text("0")
    with Running(home.var, begun("clock", str(off), "run")) as kitchen:
        alice = home.alice(kitchen)
        with Page(home, alice) as page:
            with Crowd(home, alice) as crowd:
                for seconds in (DAY, -DAY, 0):
                    off.write_text(str(seconds))
                    crowd.goes_on()
                    assert alice.get(f"/h/{alice.code}/").status == 200
                    answered(home, ask(alice))
            page.is_true()
        kitchen.stop()
    crowd.judge()
    numbers = home.ask(
        "SELECT number FROM shopping_listoperation WHERE shopping_list_id = %s AND number IS NOT NULL ORDER BY number",
        home.list_of(alice.code),
    )
    assert [number for (number,) in numbers] == list(range(1, len(numbers) + 1))

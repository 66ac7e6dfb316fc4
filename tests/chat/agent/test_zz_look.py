import pytest

pytestmark = pytest.mark.django_db


def test_look(asking, bob, alice, guest):
    earlier = None
    for line in open("/tmp/k/asst/talk.txt").read().splitlines():
        if not line.strip():
            earlier = None
            print("\n---------")
            continue
        who = {"G": guest}.get(line[0] if line[1:2] == ":" else "", bob)
        text = line[2:] if line[1:2] == ":" else line
        print("\n>>>", text)
        try:
            a = asking(who, text, earlier)
        except Exception as e:
            print("!!!", repr(e), repr(e.__cause__)[:300])
            continue
        earlier = a
        print(a.text)
        print("   tools", a.tools, "conf", a.confidence, "agent", a.ended.agent)
        for e in a.effects:
            print("   ◆", e)

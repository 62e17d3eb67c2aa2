"""What a change of articles does to the timeline: events that are new, gone or changed."""

from __future__ import annotations

from dateline.commands.diff import Difference, difference, markdown


def event(id: str, day: str = "2021-06-17", **changes: object) -> dict[str, object]:
    """An event as events.json has it."""
    base = {"type": "CONSULT", "status": "happened", "summary": f"Event {id}", "participants": [], "reports": [], "aliases": []}
    return {"id": id, **base, "when": {"value": day}, **changes}


def test_a_difference_names_new_gone_and_changed() -> None:
    """One that became part of another is neither new nor gone."""
    old = [event("a"), event("b"), event("c"), event("d")]
    new = [event("a", "2021-06-18", status="denied"), event("b"), event("e"), event("f", aliases=["c"])]
    told = difference(old, new)
    assert [e["id"] for e in told.new] == ["e"]
    assert [e["id"] for e in told.gone] == ["d"]
    assert [(c.id, c.fields) for c in told.changed] == [
        ("a", (("date", "2021-06-17", "2021-06-18"), ("status", "happened", "denied")))
    ]
    said = markdown(told)
    assert said.startswith("1 new events, 1 changed, 1 gone.\n")
    assert "  - date: 2021-06-17 → 2021-06-18" in said


def test_a_difference_is_safe_to_show() -> None:
    """Words of articles become neither links nor HTML in a pull request."""
    said = markdown(difference([], [event("a", summary="<img src=x> [a](http://b) @c `d`")]))
    assert "\\<img" in said
    assert "\\[a\\]" in said
    assert markdown(Difference((), (), ())) == "No event changed.\n"

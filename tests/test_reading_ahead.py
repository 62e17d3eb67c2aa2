"""The reader that is begun ahead of the articles: it reads what little is new, stays, and harms nobody where it fails."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from multiprocessing import active_children, get_context

import pytest
from dateline import reading
from dateline.corpus.corpus import Corpus
from dateline.model import Article, Reading
from dateline.reading import ModelMissing, ahead, here, read_all
from dateline.site.readings import Readings

from .stub import said, settings, some, stubbed

__all__ = ["stubbed"]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here")


@pytest.fixture(autouse=True)
def ended(stubbed: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Little is read by one process, and no reader outlives a test."""
    monkeypatch.setattr(reading, "WORTH_A_PROCESS", 300_000)
    yield
    ahead.end()
    assert active_children() == []


def pids() -> set[int | None]:
    return {child.pid for child in active_children()}


def test_it_reads_what_is_new_and_stays() -> None:
    """Twice, by the same process, which is begun once."""
    ahead.begin(settings(None))
    begun = pids()
    for articles in (some(3), some(5)):
        assert read_all(articles, settings(None)) == [said(a) for a in articles]
        ahead.begin(settings(None))
        ahead.let_go()
        assert pids() == begun
    assert len(begun) == 1


def test_many_articles_are_read_by_several_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends, and gives its memory back."""
    monkeypatch.setattr(reading, "WORTH_A_PROCESS", 1)
    ahead.begin(settings(None))
    articles = some(40)
    assert read_all(articles, settings(None)) == [said(a) for a in articles]
    assert pids() == set()


@pytest.mark.parametrize("word", ["raise", "exit", "SIGKILL"])
def test_an_article_that_ends_it_is_named(word: str, caplog: pytest.LogCaptureFixture) -> None:
    """The others are read, by another in its place, and so are the next."""
    ahead.begin(settings(None))
    articles = some(4, a2=word)
    assert read_all(articles, settings(None)) == [Reading(a) if a.id == "a2" else said(a) for a in articles]
    assert [message.split()[0] for message in caplog.messages] == ["a2"]
    assert read_all(some(3), settings(None)) == [said(a) for a in some(3)]


def test_one_that_died_waiting_is_replaced() -> None:
    ahead.begin(settings(None))
    assert read_all(some(2), settings(None)) == [said(a) for a in some(2)]
    [pid] = pids()
    os.kill(pid or 0, signal.SIGKILL)
    assert read_all(some(3), settings(None)) == [said(a) for a in some(3)]


def test_a_model_that_is_missing_is_said_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is to be read with; the reader is gone."""

    def load(model: str) -> None:
        raise OSError

    monkeypatch.setattr(sys.modules["dateline.pipeline"], "load", load)
    ahead.begin(settings(None))
    with pytest.raises(ModelMissing, match="is not installed"):
        read_all(some(2), settings(None))
    assert pids() == set()


def test_one_that_does_not_come_to_an_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others read."""
    main = os.getpid()
    monkeypatch.setattr(sys.modules["dateline.pipeline"], "load", lambda model: os.getpid() == main or time.sleep(600))
    monkeypatch.setattr(ahead, "PATIENCE", 0.1)
    ahead.begin(settings(None))
    monkeypatch.setattr(sys.modules["dateline.pipeline"], "load", lambda model: None)
    assert read_all(some(2), settings(None)) == [said(a) for a in some(2)]
    assert pids() == set()


def test_one_that_still_loads_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing was to be read."""
    monkeypatch.setattr(sys.modules["dateline.pipeline"], "load", lambda model: time.sleep(600))
    ahead.begin(settings(None))
    ahead.let_go()
    assert pids() == set()


def _building() -> None:
    """As a build in a process of its own."""
    ahead.begin(settings(None))
    assert read_all(some(2), settings(None)) == [said(a) for a in some(2)]


def test_a_process_that_ends_does_not_wait_for_its_reader() -> None:
    """Which would wait for ever for more to read."""
    one = get_context("fork").Process(target=_building)
    one.start()
    one.join(60)
    code, _ = one.exitcode, one.kill()
    one.join()
    assert code == 0


def test_ctrl_c_while_a_reading_is_put_is_said(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """In the line that says how far it is; the reader is ended."""

    def interrupted(self: Corpus, reading: Reading) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Corpus, "append", interrupted)
    ahead.begin(settings(None))
    with pytest.raises(SystemExit) as stopped:
        Readings().of(some(3), settings(None))
    assert stopped.value.code == reading.INTERRUPTED
    assert caplog.messages[0].startswith("Stopped: 0 of 3 articles are read")
    assert pids() == set()


@pytest.mark.parametrize("other", ["model", "one process"])
def test_there_is_none_where_it_would_not_do(other: str) -> None:
    """For another model, or where one process is all that may work."""
    job = here.Job([Article("a", "word", "2020-05-08")], "another" if other == "model" else settings(None).model)
    ahead.begin(settings(None, 2 if other == "model" else 1))
    assert ahead.by_reader(job, [[0]]) is None
    assert pids() == set()

"""What makes rendering quick: words folded into templates, parts remembered, jobs in several processes."""

from __future__ import annotations

import errno
import logging
import multiprocessing
import os
import subprocess
import sys
from contextlib import nullcontext
from functools import partial
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any

import pytest
from dateline.site.building import jobs
from dateline.site.building.warned import Warned
from dateline.site.folded import Folded, spoken
from dateline.site.remembered import Remembered
from jinja2 import DictLoader, Environment

WORDS = {"Who": "Wer", "a & b": "c &amp; d", "100 %%": "100 %%"}


def environment(*, folded: bool, templates: dict[str, str] | None = None) -> Environment:
    env = Environment(autoescape=True, extensions=["jinja2.ext.i18n"], loader=DictLoader(templates or {}))
    env.install_gettext_callables(lambda s: WORDS.get(s, s), lambda s, p, n: s if n == 1 else p, newstyle=True)  # type: ignore[attr-defined]
    if folded:
        env.gettext_folded = lambda s: WORDS.get(s, s)  # type: ignore[attr-defined]
        env.add_extension(Folded)
    return env


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ _('Who') }}", "Wer"),
        ("{{ _('Who') }}{{ _('Who') }}", "WerWer"),
        ("{{ _('a & b') }}", "c &amp; d"),
        ("{{ _('100 %%') }}", "100 %"),
        ("{{ _('Who') ~ x }}", "Wer&lt;x&gt;"),
        ("{{ _('Who').upper() }}", "WER"),
        ("{{ _('%(n)s of us', n=x) }}", "&lt;x&gt; of us"),
        ("{{ _(name) }}", "Wer"),
        ("{{ f(_('Who'), _('Whom')) }}", "Wer-Whom"),
        ("{{ ngettext('%(num)s event', '%(num)s events', 2) }}", "2 events"),
        ("{% set _x = '_(' %}{{ _x }}", "_("),
    ],
)
def test_folded_words_are_those_of_gettext(source: str, said: str) -> None:
    context: dict[str, Any] = {"x": "<x>", "name": "Who", "f": lambda a, b: a + "-" + b}
    for folded in (True, False):
        assert environment(folded=folded).from_string(source).render(context) == said


@pytest.mark.parametrize(
    "source",
    [
        "{{ _(name) }}",
        "{{ _(amp) }}",
        "{{ _('by %(words)s', words=x) }}",
        "{{ _('50%% of %(x)s', x=_(amp)) }}",
        "{{ _(full) }}",
    ],
)
def test_spoken_words_are_those_of_gettext(source: str) -> None:
    """With values and without, escaped alike; asked for twice, too."""
    context = {"name": "Who", "amp": "a & b", "x": "<x>", "full": "50%%"}
    env, sooner = environment(folded=False), environment(folded=False)
    sooner.globals["_"] = spoken(lambda s: WORDS.get(s, s))
    said = env.from_string(source).render(context)
    assert [sooner.from_string(source).render(context) for _ in range(2)] == [said, said]


def test_folded_words_stand_in_the_template() -> None:
    env = environment(folded=True)
    assert "name='_'" not in env.compile("<p>{{ _('Who') }}</p>", raw=True)
    assert "name='_'" in environment(folded=False).compile("<p>{{ _('Who') }}</p>", raw=True)


class Thing:
    """Counts how often it is looked at."""

    def __init__(self, id: str) -> None:
        self.id = id
        self.asked = 0

    @property
    def name(self) -> str:
        self.asked += 1
        return "thing"


def test_a_part_is_rendered_once_for_each_place_of_the_root() -> None:
    env = environment(folded=False)
    env.globals["remembered"] = Remembered()
    page = env.from_string("{% macro part(t, n=1) %}{{ SITEURL }}{{ t.name }}{{ n }}{% endmacro %}{{ remembered(part, t, 2) }}")
    one, two, again = Thing("1"), Thing("2"), Thing("1")
    said = [page.render(SITEURL=root, DATELINE_PATH="", t=t) for t in (one, two, again) for root in (".", ".", "..")]
    assert said == [".thing2", ".thing2", "..thing2"] * 3
    assert (one.asked, two.asked, again.asked) == (2, 2, 0)


def written(path: Path) -> None:
    path.write_text(str(os.getpid()), encoding="utf-8")
    logging.getLogger("dateline.test").warning("wrote %s", path.name)


def failed() -> None:
    raise ValueError("no page")


@pytest.mark.parametrize("processes", [1, 2])
def test_all_jobs_are_done_and_what_they_log_is_logged_here(
    tmp_path: Path, processes: int, caplog: pytest.LogCaptureFixture
) -> None:
    with Warned() as warned:
        jobs.run([partial(written, tmp_path / str(n)) for n in range(8)], processes)
    assert {path.name for path in tmp_path.iterdir()} == {str(n) for n in range(8)}
    assert warned.said
    assert sorted(caplog.messages) == [f"wrote {n}" for n in range(8)]
    here = str(os.getpid())
    assert all((path.read_text(encoding="utf-8") == here) is (processes == 1) for path in tmp_path.iterdir())


@pytest.mark.parametrize("processes", [1, 2])
def test_what_a_job_raises_is_raised(tmp_path: Path, processes: int) -> None:
    with pytest.raises(ValueError, match="no page"):
        jobs.run([failed, partial(written, tmp_path / "a")], processes)


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_begun_ahead_is_waited_for(tmp_path: Path, processes: int, caplog: pytest.LogCaptureFixture) -> None:
    """Once, with what it logs; in this process only where there is no other."""
    with jobs.Ahead(processes) as ahead:
        ahead.begin(partial(written, tmp_path / "a"))
        jobs.run([], processes, ahead)
        assert ((tmp_path / "a").read_text(encoding="utf-8") == str(os.getpid())) is (processes == 1)
        assert caplog.messages == ["wrote a"]
        jobs.run([], processes, ahead)
        assert caplog.messages == ["wrote a"]


@pytest.mark.parametrize(("job", "error"), [(failed, ValueError), (partial(os._exit, 1), ChildProcessError)])
def test_what_fails_ahead_is_raised_where_it_is_waited_for(job: jobs.Job, error: type[Exception]) -> None:
    """The death of its process, too."""
    with jobs.Ahead(2) as ahead:
        ahead.begin(job)
        with pytest.raises(error):
            jobs.run([], 2, ahead)


def test_what_nobody_waited_for_is_waited_for_in_the_end(tmp_path: Path) -> None:
    with jobs.Ahead(2) as ahead:
        ahead.begin(partial(written, tmp_path / "a"))
    assert (tmp_path / "a").is_file()


def endless() -> None:
    subprocess.run([sys.executable, "-c", "import time; time.sleep(600)"], check=True)


def test_where_a_build_fails_what_was_begun_is_ended() -> None:
    """With the programs that it runs."""

    def failing() -> None:
        with jobs.Ahead(2) as ahead:
            ahead.begin(endless)
            raise KeyError

    with pytest.raises(KeyError):
        failing()
    assert not [one for one in multiprocessing.active_children() if isinstance(one, ForkProcess)]


@pytest.mark.parametrize(
    ("who", "number", "ends"),
    [
        ("pelican.utils", errno.ENOSPC, True),
        ("pelican.utils", errno.EROFS, True),
        ("pelican.utils", errno.EACCES, False),
        ("dateline.cache", errno.EROFS, False),
    ],
)
def test_a_full_disk_that_pelican_warns_of_ends_a_build(who: str, number: int, ends: bool) -> None:
    """Pelican goes on where a file of the theme cannot be copied; without a cache Dateline goes on, too."""
    with Warned() as warned, pytest.raises(OSError, match="\\[Errno") if ends else nullcontext():
        logging.getLogger(who).warning("%s to %s; %s", "a", "b", OSError(number, os.strerror(number)))
        warned.refuse()
    assert warned.said

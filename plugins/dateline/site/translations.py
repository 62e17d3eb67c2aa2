"""The theme's strings in the site's language: gettext catalogues, read as they are written (the theme's ``locale/LANG.po``)."""

from __future__ import annotations

import io
import logging
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

log = logging.getLogger(__name__)


def translations(theme: Path, lang: str) -> NullTranslations:
    """The catalogue of this language; where the theme has none, its own strings as they are."""
    path = next((p for name in (lang, lang.split("-")[0]) if (p := theme / "locale" / f"{name}.po").is_file()), None)
    if path is None:
        if not lang.startswith("en"):
            log.warning("the theme has no catalogue for %r (%s): its own words stay English", lang, theme / "locale")
        return NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def locale_of(lang: str, given: str | None) -> str:
    """The name that Babel knows for the language of dates: DATELINE_LOCALE where it is given, else the site's language.

    Raises ValueError, in words for the user.
    """
    wanted = (given or lang).replace("-", "_")
    try:
        return str(Locale.parse(wanted))
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"no dates are known for the language {wanted!r}: set DATELINE_LOCALE to one of Babel's") from error

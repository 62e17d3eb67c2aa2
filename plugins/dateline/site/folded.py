"""Words of the theme put into the site's language when a template is read, not each time it is rendered, or at least once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup

#: as many of the theme's words are known at once
KEPT = 4_096
#: ``_('words')`` as the lexer has it
CALL = ("name", "lparen", "string", "rparen")


def spoken(translate: Callable[[str], str]) -> Callable[..., Markup]:
    """The function ``_`` of templates that escape all that they show: what Jinja's newstyle gettext gives, sooner."""
    said = lru_cache(KEPT)(lambda words: Markup(translate(words)))
    whole = lru_cache(KEPT)(lambda words: said(words) % {})

    def speak(words: str, /, **values: object) -> Markup:
        return said(words) % values if values else whole(words)

    return speak


class Folded(Extension):
    """Replaces ``_('words')`` by the translation, which is HTML, as that of Jinja's newstyle gettext is.

    It belongs to environments that speak one language and escape all that they show. ``environment.gettext_folded`` is what
    translates.
    """

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """The tokens of a template, with each such call as one string that is safe."""
        ahead: list[Token] = []
        for token in stream:
            ahead.append(token)
            if len(ahead) == len(CALL):
                if _is_call(ahead):
                    yield from self._said(ahead[2])
                    ahead.clear()
                else:
                    yield ahead.pop(0)
        yield from ahead

    def _said(self, words: Token) -> Iterator[Token]:
        said = self.environment.gettext_folded(words.value) % {}  # type: ignore[attr-defined]
        for kind, value in (("lparen", "("), ("string", said), ("pipe", "|"), ("name", "safe"), ("rparen", ")")):
            yield Token(words.lineno, kind, value)


def _is_call(tokens: list[Token]) -> bool:
    return tokens[0].value == "_" and all(token.type == kind for token, kind in zip(tokens, CALL, strict=True))

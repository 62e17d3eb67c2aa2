"""Importing: articles from pages, feeds and files as Markdown with front matter (``dateline import``).

An argument becomes pieces (``gathering``: a page, a file, an entry, a record); a piece is read into a Found (``pages``,
``feeds``, ``mail``, ``plain``, ``rows``, ``archives``); what is known already is told apart (``known``); the rest is written
(``writing``), and the log (``journal``) says what is done. ``work`` goes through all of them; ``command`` is the command line.
"""

"""Failures that may be gone the next time (a full disk, a process that died): a warning that tells of one is marked, so that a
build that had one is not taken for done."""

from __future__ import annotations

import logging

#: given to a log call as ``extra``
TRANSIENT = {"transient": True}


def is_transient(record: logging.LogRecord) -> bool:
    """Whether a record tells of what may succeed the next time: it is marked so, or the system refused something."""
    given = record.args if isinstance(record.args, tuple) else ()
    raised = record.exc_info[1] if record.exc_info else None
    return getattr(record, "transient", False) or any(isinstance(one, OSError) for one in (*given, raised))

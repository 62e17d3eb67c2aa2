"""Processes that work for another: they leave Ctrl-C to it, and do not outlive it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading


def serve() -> None:
    """To be called in a new process, first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)

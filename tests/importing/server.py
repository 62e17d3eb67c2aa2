"""A server on this machine that misbehaves in known ways; its pages are the files beside it."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HERE = Path(__file__).parent
HTML = "text/html; charset=utf-8"
#: seconds; the tests' own limits are far below
LONG = 5.0
#: a page that unpacks to more than anybody may send
BOMB = gzip.compress(b"<p>" + b"0" * 30_000_000, compresslevel=1, mtime=0)


def page(name: str) -> bytes:
    """The bytes of a page beside this file."""
    return (HERE / name).read_bytes()


class Handler(BaseHTTPRequestHandler):
    """Answers by path; unknown paths are pages beside this file, or 404."""

    server: Server

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        self.server.asked[path] += 1
        self.server.agents.add(self.headers["User-Agent"])
        try:
            ROUTES.get(path, plain)(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, status: int, body: bytes = b"", kind: str = HTML, **headers: str) -> None:
        """Answer with this body; names of headers have underscores for hyphens."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        given = {"Content-Length": str(len(body)), **{k.replace("_", "-"): v for k, v in headers.items()}}
        for name, value in given.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """Counts what was asked for."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: Counter[str] = Counter()
        self.agents: set[str] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


def plain(handler: Handler) -> None:
    path = HERE / handler.path.split("?")[0].lstrip("/")
    if not path.is_file():
        handler.answer(404)
        return
    kind = "application/rss+xml" if path.suffix == ".xml" else HTML
    handler.answer(200, path.read_bytes().replace(b"HOST", handler.server.url.encode()), kind)


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", HTML)
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>and so on</p>" * 4096)


def slow(handler: Handler) -> None:
    time.sleep(LONG)
    handler.answer(200, page("banner.html"))


def drip(handler: Handler) -> None:
    """Headers that never end, a byte at a time."""
    handler.send_response(200)
    handler.flush_headers()
    for _ in range(int(LONG / 0.05)):
        time.sleep(0.05)
        handler.wfile.write(b"X")


def truncated(handler: Handler) -> None:
    handler.answer(200, page("banner.html")[:500], Content_Length="100000")


def cut_gzip(handler: Handler) -> None:
    handler.answer(200, gzip.compress(page("banner.html"), mtime=0)[:-20], Content_Encoding="gzip")


def then(status: int, **headers: str) -> Callable[[Handler], None]:
    """Fail the first time, then give a page."""

    def route(handler: Handler) -> None:
        first = handler.server.asked[handler.path] == 1
        handler.answer(status, **headers) if first else handler.answer(200, page("banner.html"))

    return route


def to(where: str, status: int = 302) -> Callable[[Handler], None]:
    return lambda handler: handler.answer(status, Location=where)


def body(data: Callable[[], bytes], kind: str = HTML, **headers: str) -> Callable[[Handler], None]:
    return lambda handler: handler.answer(200, data(), kind, **headers)


ROUTES: dict[str, Callable[[Handler], None]] = {
    "/robots.txt": body(
        lambda: b"User-agent: *\nDisallow: /closed/\n\nUser-agent: Dateline\nDisallow: /hidden/\n", "text/plain"
    ),
    "/hidden/page": body(lambda: page("banner.html")),
    "/to-hidden": to("/hidden/page"),
    "/slow": slow,
    "/drip": drip,
    "/endless": endless,
    "/truncated": truncated,
    "/cut-gzip": cut_gzip,
    "/gzip": body(lambda: gzip.compress(page("banner.html"), mtime=0), Content_Encoding="gzip"),
    "/bomb": body(lambda: BOMB, Content_Encoding="gzip"),
    "/brotli": body(lambda: b"xx", Content_Encoding="br"),
    "/loop": to("/loop"),
    "/moved": to("/banner.html", 301),
    "/private": to("http://10.0.0.1/"),
    "/metadata": to("http://169.254.169.254/latest/"),
    "/file": to("file:///etc/passwd"),
    "/login": lambda handler: handler.answer(401),
    "/pay": lambda handler: handler.answer(402),
    "/forbidden": lambda handler: handler.answer(403),
    "/busy": then(429, Retry_After="0"),
    "/busy-for-long": lambda handler: handler.answer(429, Retry_After="3600"),
    "/broken": then(500),
    "/always-broken": lambda handler: handler.answer(503),
    "/image": body(lambda: b"\x89PNG", "image/png"),
    "/short": body(lambda: b"<html><head><title>Short</title></head><body><article><p>Too short.</p></article></body></html>"),
    "/wrong-charset": body(lambda: page("cyrillic.html").decode().encode("cp1251")),
    "/no-charset": body(
        lambda: page("cyrillic.html").decode().replace('charset="windows-1251"', "").encode("cp1251"), "text/html"
    ),
}


@contextmanager
def running() -> Iterator[Server]:
    """The server, while it runs."""
    with Server() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()

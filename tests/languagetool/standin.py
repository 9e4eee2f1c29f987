"""A server that stands in for LanguageTool where it is started as a program: it finds "fouut", and dies of "einde"."""

from __future__ import annotations

import argparse
import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

parser = argparse.ArgumentParser()
parser.add_argument("-p", type=int)
parser.add_argument("--config", type=Path)
parser.add_argument("--dead", action="store_true", help="stop at once")
parser.add_argument("--deaf", action="store_true", help="run, and listen to nobody")
options = parser.parse_args()
if options.dead:
    raise SystemExit(1)
assert "pipelineCaching=true" in options.config.read_text(encoding="ascii")


class Handler(BaseHTTPRequestHandler):
    """Answers a question."""

    def do_POST(self) -> None:
        """Answer it as LanguageTool does."""
        text = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["text"][0]
        if "einde" in text:
            os._exit(1)
        at = text.find("fouut")
        rule = {"id": "MORFOLOGIK_RULE_NL_NL", "category": {"id": "TYPOS"}}
        found = {"message": "Een spelfout.", "replacements": [], "offset": at, "length": 5, "rule": rule}
        body = json.dumps({"matches": [found] if at >= 0 else []}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Be silent."""


if options.deaf:
    threading.Event().wait()
server = ThreadingHTTPServer(("127.0.0.1", options.p), Handler)
print("Server started", flush=True)
server.serve_forever()

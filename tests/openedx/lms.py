"""Open edX's own cmi5 block around a package: what it reads of it, and a server that launches it.

    lms.py read ZIP...   prints what the block reads of each package, as JSON, one a line
    lms.py serve ZIP     prints its address, then serves until its input ends
"""

import io
import json
import mimetypes
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import django
from django.conf import settings

# What a college may send with the pages of a course.
POLICY = "default-src 'self'; connect-src *"
LEARNER = {"edx-platform.user_id": 42, "edx-platform.username": "Zoé & Cie #1"}
USAGE = "block-1"

# Removed with the process.
STORE = tempfile.TemporaryDirectory(prefix="openedx-")

settings.configure(
    LMS_ROOT_URL="https://lms.example",
    MEDIA_ROOT=STORE.name,
    MEDIA_URL="/media/",
    USE_TZ=True,
)
django.setup()

# The block reads the settings above when it is imported.
from openedx_cmi5_xblock.openedx_cmi5_xblock import CMI5XBlock  # noqa: E402
from webob import Request  # noqa: E402
from xblock.field_data import DictFieldData  # noqa: E402
from xblock.fields import ScopeIds  # noqa: E402


class Usage:
    """Where the block stands in its course."""

    block_id = USAGE
    context_key = "course-1"


class Learner:
    """Who is logged in."""

    opt_attrs = LEARNER

    def get_current_user(self):
        return self


class Enrolment:
    """That of the learner in the course."""

    id = 7

    def get_active_enrollments_by_course_and_user(self, _course, _user):
        return self


class Course:
    """As much of the platform as the block asks for."""

    def __init__(self, origin):
        self.origin = origin
        self.published = []

    def service(self, _block, name):
        return {"user": Learner(), "enrollments": Enrolment()}.get(name)

    def handler_url(self, _block, handler, thirdparty=False):
        assert thirdparty
        return f"{self.origin}/handler_noauth/{handler}?"

    def publish(self, _block, kind, event):
        self.published.append([kind, event])


class Block(CMI5XBlock):
    """The block, in a place of its own."""

    location = Usage()


def opened(package, origin=""):
    """The block once an author has uploaded a package."""
    block = Block(Course(origin), DictFieldData({}), ScopeIds("42", "cmi5", "definition-1", Usage()))
    file = io.BytesIO(Path(package).read_bytes())
    file.name = Path(package).name
    block.update_package_meta(file)
    block.clean_storage()
    block.extract_package(file)
    block.update_package_fields()
    return block


def read(packages):
    for package in packages:
        block = opened(package)
        print(json.dumps({"course": block.course_data, "units": block.au_urls, "opens": block.index_page_path}))


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    block = None
    # Each actor of a statement, once.
    actors = []
    lock = threading.Lock()

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        path = self.path.split("?")[0]
        with self.lock:
            if path == "/launch":
                self.send(200, "application/json", json.dumps({"address": self.block.launch_all_au_urls[0]["url"]}))
            elif path == "/record":
                self.send(200, "application/json", json.dumps(self.record()))
            elif path.startswith("/media/"):
                self.send_file(path)
            elif path.startswith("/handler_noauth/"):
                self.handle_block(path.split("/")[2], body)
            else:
                self.send(404, "text/plain", "")

    do_GET = do_PUT = do_POST = answer

    def record(self):
        block = self.block
        return {
            "status": block.lesson_status,
            "score": block.lesson_score,
            "state": block.state_data,
            "published": block.runtime.published,
            "actors": self.actors,
        }

    def handle_block(self, name, body):
        request = Request.blank(self.path, method=self.command, body=body)
        if "statementId" in request.params and self.command == "PUT":
            actor = json.loads(body)["actor"]
            if actor not in self.actors:
                self.actors.append(actor)
        reply = getattr(self.block, name)(request, "")
        self.send(reply.status_code, reply.headers.get("Content-Type", "text/html"), reply.body)

    def send_file(self, path):
        file = (Path(settings.MEDIA_ROOT) / path.removeprefix("/media/")).resolve()
        if not file.is_relative_to(Path(settings.MEDIA_ROOT).resolve()) or not file.is_file():
            self.send(404, "text/plain", "")
            return
        self.send(200, mimetypes.guess_type(file.name)[0] or "application/octet-stream", file.read_bytes())

    def send(self, status, media, body):
        body = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Security-Policy", POLICY)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status != 204:
            self.wfile.write(body)

    def log_message(self, *_arguments):
        """The tests read the record instead."""


def serve(package):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    origin = f"http://127.0.0.1:{server.server_port}"
    Handler.block = opened(package, origin)
    print(json.dumps({"origin": origin}), flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    command, *packages = sys.argv[1:]
    if command == "read":
        read(packages)
    else:
        serve(*packages)

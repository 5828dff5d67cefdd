import os
import signal
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PASSWORD_FILE = os.environ.get("PASSWORD_FILE", "/run/secrets/db_password")
REDIS = (os.environ.get("REDIS_HOST", "redis"), int(os.environ.get("REDIS_PORT", "6379")))


def ask_redis(*words):
    """Logs in, sends one command, and gives its answer."""
    with open(PASSWORD_FILE, "rb") as file:
        password = file.read().rstrip(b"\r\n")
    with socket.create_connection(REDIS, timeout=2) as connection:
        answers = connection.makefile("rb")
        for command in ((b"AUTH", password), words):
            connection.sendall(b"*%d\r\n" % len(command))
            for word in command:
                connection.sendall(b"$%d\r\n%s\r\n" % (len(word), word))
            answer = answers.readline().rstrip(b"\r\n")
            if answer.startswith(b"-"):
                raise OSError(answer.decode())
        if answer.startswith(b"$"):
            return int(answers.readline()) if answer != b"$-1" else 0
        return int(answer[1:])


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.split("?")[0]
        try:
            if path == "/":
                visits = ask_redis(b"INCR", b"visitors")
                self.answer(
                    200,
                    "I am the backend server\n"
                    f"The responding server is: {socket.gethostname()}\n"
                    f"Number of visits: {visits}\n",
                )
            elif path == "/healthcheck":
                self.answer(200, "ok\n")
            elif path == "/metrics":
                visits = ask_redis(b"GET", b"visitors")
                self.answer(200, f"# TYPE visits_total counter\nvisits_total {visits}\n")
            else:
                self.answer(404, "not found\n")
        except OSError as error:
            print(error)
            self.answer(503, "the counter is not available\n")

    def answer(self, status, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


# As process 1 there is no other way to end: signals without a handler are ignored.
signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
ThreadingHTTPServer(("", int(os.environ.get("PORT", "80"))), Page).serve_forever()

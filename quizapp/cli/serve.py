"""`quizapp serve`: makes the site ready once, then serves it with gunicorn."""

import os
import socket
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from flask import Flask


@click.command()
@click.option("--host", help="The address to listen on (or QUIZAPP_HOST; 127.0.0.1).")
@click.option("--port", type=int, help="The port to listen on (or QUIZAPP_PORT; 8000).")
@click.option("--workers", type=int, help="Server processes (or QUIZAPP_WORKERS; 2).")
def serve(host: str | None, port: int | None, workers: int | None) -> None:
    """Make the site ready and serve it: migrate, publish changed banks, listen."""
    from quizapp.app import create_app
    from quizapp.cli.prepare import prepare

    options = {"HOST": host, "PORT": port, "WORKERS": workers}
    given = {name: value for name, value in options.items() if value is not None}
    app = create_app(given)
    _refuse_a_taken_port(app.config)
    invitation = prepare(app, now=time.time_ns() // 1_000_000)
    # Each worker makes its own application: no database connection may cross a fork.
    _run_gunicorn(lambda: create_app(given), app.config, invitation)


def _refuse_a_taken_port(settings: Mapping[str, Any]) -> None:
    host, port = settings["HOST"], settings["PORT"]
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            reason = f"cannot listen on {host}:{port} ({os.strerror(problem.errno or 0).lower()})"
            raise click.ClickException(f"{reason}; name another with --host or --port") from problem


def _run_gunicorn(
    make_app: Callable[[], "Flask"], settings: Mapping[str, Any], invitation: str | None
) -> None:
    from gunicorn.app.base import BaseApplication

    class Site(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            for name, value in _gunicorn_settings(settings, invitation).items():
                self.cfg.set(name, value)

        def load(self) -> "Flask":
            return make_app()

    Site().run()


def _gunicorn_settings(settings: Mapping[str, Any], invitation: str | None) -> dict[str, Any]:
    host = settings["HOST"]

    def say_address(arbiter: Any) -> None:
        port = arbiter.LISTENERS[0].sock.getsockname()[1]
        address = f"http://{_bracketed(host)}:{port}"
        click.echo(f"Quizapp is at {address}")
        if invitation is not None:
            click.echo(f"The first teacher signs up here, once: {address}{invitation}")

    return {
        "bind": f"{_bracketed(host)}:{settings['PORT']}",
        "workers": settings["WORKERS"],
        "worker_class": "gthread",
        "threads": settings["THREADS"],
        "worker_tmp_dir": "/dev/shm" if os.path.isdir("/dev/shm") else None,  # noqa: S108 (a slow disk stalls the heartbeat)
        "graceful_timeout": 10,  # seconds; a worker that is told to end while it starts does not hear it
        "control_socket_disable": True,  # on by default, in the home folder
        "loglevel": "warning",
        "proc_name": "quizapp",
        "when_ready": say_address,
    }


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host

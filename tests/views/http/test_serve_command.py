import re
import signal
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.views.cli import cli

SECONDS = 60


def test_the_command_serves_a_store_until_it_is_stopped(target: str) -> None:
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "dateline", "serve", "--store", target, "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stderr.readline())
        assert found is not None
        connection = HTTPConnection("127.0.0.1", int(found[1]), timeout=SECONDS)
        connection.request("GET", "/healthz")
        assert connection.getresponse().status == 200
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(SECONDS) in {0, 130}


@pytest.mark.parametrize("options", [["--host", "10.1.2.3"], ["--allow-host", "x.org"], ["--token", "short"]])
def test_it_does_not_start_open_to_others_without_a_token(target: str, options: list[str]) -> None:
    done = CliRunner().invoke(cli, ["serve", "--store", target, *options])
    assert done.exit_code != 0
    assert "token" in str(done.exception)


def test_it_says_where_no_store_is(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["serve", "--store", str(tmp_path / "none.sqlite")])
    assert "no store at" in str(done.exception)


def test_a_browser_opens_only_on_a_desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {told}\n', encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    script = "from dateline.views.http.desktop import open_in_browser; print(open_in_browser('http://127.0.0.1:1/'))"
    for display, opened in ((":0", True), ("", False)):
        monkeypatch.setenv("DISPLAY", display)
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=SECONDS, check=True)  # noqa: S603
        assert (done.stdout.strip(), told.exists()) == (str(opened), opened)
        told.unlink(missing_ok=True)

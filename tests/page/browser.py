"""A headless Chromium, driven through its DevTools protocol on two pipes: no port, no driver, no package."""

import base64
import fcntl
import json
import os
import shutil
import subprocess
import threading
import time
from pathlib import Path
from queue import Empty, Queue

CHROMIUM = next(
    (p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None
)
PATIENCE_S = 120
"""For one answer; a loaded machine takes its time, and a hung browser must not hang the tests."""
LAPTOP, PHONE = (1280, 800), (390, 844)


def _pipe(far):
    """A pipe whose far end has a descriptor that bash can move without treading on 3 and 4."""
    ends = list(os.pipe())
    near, ends[far] = ends[far], fcntl.fcntl(ends[far], fcntl.F_DUPFD, 20)
    os.close(near)
    return ends


class BrowserError(Exception):
    """The page threw, or the browser refused a command."""


class Browser:
    """One tab. Commands are answered in order; what the page reports meanwhile is kept in `events`."""

    def __init__(self, profile):
        """Start Chromium with a profile of its own and attach to a fresh tab."""
        (down, self._to), (self._from, up) = _pipe(0), _pipe(1)
        flags = [
            "--headless=new",
            "--remote-debugging-pipe",
            f"--user-data-dir={profile}",
            "--no-first-run",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--hide-scrollbars",
            *(["--no-sandbox"] if os.geteuid() == 0 else []),  # Chromium's sandbox refuses root
        ]
        # The protocol is spoken on descriptors 3 (in) and 4 (out); bash puts ours there.
        wrapper = f'exec "$0" "$@" 3<&{down} 4>&{up}'
        self._process = subprocess.Popen(  # noqa: S603 - the browser found on this machine
            ["/bin/bash", "-c", wrapper, CHROMIUM, *flags, "about:blank"],
            pass_fds=(down, up),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(down)
        os.close(up)
        self._answers = Queue()
        self._count = 0
        self._session = None
        self.events = []
        threading.Thread(target=self._listen, daemon=True).start()
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log", "Performance"):
            self.send(f"{domain}.enable")

    def _listen(self):
        with os.fdopen(self._from, "rb") as stream:
            rest = b""
            while chunk := stream.read1(65536):
                *whole, rest = (rest + chunk).split(b"\0")
                for message in map(json.loads, whole):
                    (self._answers.put if "id" in message else self.events.append)(message)

    def send(self, method, **params):
        """The result of one command."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        try:
            answer = self._answers.get(timeout=PATIENCE_S)
        except Empty:
            raise BrowserError(f"{method}: no answer in {PATIENCE_S} s") from None
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def run(self, script):
        """The value of an expression in the page; a promise is waited for."""
        found = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            raise BrowserError(found["exceptionDetails"]["exception"].get("description", script))
        return found["result"].get("value")

    def show(self, size, *, dark=False, script=True, medium="screen"):
        """The window that pages are opened in from now on."""
        width, height = size
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=size == PHONE,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", media=medium, features=[scheme])
        self.send("Emulation.setScriptExecutionDisabled", value=not script)

    def open(self, path, hash_=""):
        """Load a file and wait until it is laid out."""
        self.send("Page.navigate", url="about:blank")
        self.events.clear()
        self.send("Page.navigate", url=f"{Path(path).resolve().as_uri()}{hash_}")
        # asked from outside, because a page without script has no timers
        deadline = time.monotonic() + PATIENCE_S
        while not self._arrived():
            if time.monotonic() > deadline:
                raise BrowserError(f"{path}: not loaded in {PATIENCE_S} s")
            time.sleep(0.02)

    def _arrived(self):
        try:
            return self.run("document.readyState === 'complete' && location.protocol === 'file:'")
        except BrowserError:  # the old page went away under the question
            return False

    def press(self, *keys):
        """Real key strokes: names of keys, or single characters."""
        codes = {"Tab": 9, "Enter": 13, " ": 32, "ArrowDown": 40, "ArrowRight": 39, "Escape": 27}
        for key in keys:
            text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
            of = {
                "key": key,
                "code": "Space" if key == " " else key,
                "windowsVirtualKeyCode": codes.get(key, 0),
            }
            self.send("Input.dispatchKeyEvent", type="keyDown", text=text, **of)
            self.send("Input.dispatchKeyEvent", type="keyUp", **of)

    def picture(self, path, *, whole=False):
        """Save what is seen."""
        shot = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        Path(path).write_bytes(base64.b64decode(shot["data"]))

    def pdf(self):
        """The page as it would be printed."""
        return base64.b64decode(
            self.send("Page.printToPDF", printBackground=False, preferCSSPageSize=True)["data"]
        )

    def metrics(self):
        """Seconds spent on the page, by what they were spent on."""
        return self.send("Performance.getMetrics")["metrics"]

    def complaints(self):
        """What the console told: errors, warnings, and things that the page's policy stopped."""
        told = [e["params"]["entry"]["text"] for e in self.events if e["method"] == "Log.entryAdded"]
        thrown = [e["params"] for e in self.events if e["method"] == "Runtime.exceptionThrown"]
        return told + [str(one["exceptionDetails"].get("exception", one)) for one in thrown]

    def requests(self):
        """Addresses that the page asked for."""
        sent = [e for e in self.events if e["method"] == "Network.requestWillBeSent"]
        return [e["params"]["request"]["url"] for e in sent]

    def close(self):
        """End the browser."""
        try:
            self._session = None
            self.send("Browser.close")
            self._process.wait(timeout=20)
        except (BrowserError, OSError, subprocess.TimeoutExpired):
            self._process.kill()
        os.close(self._to)

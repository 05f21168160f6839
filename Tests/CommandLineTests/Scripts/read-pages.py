"""Opens pages in headless Chromium, wide and light, then narrow and dark, with everything unfolded, and on paper.

    read-pages.py --axe axe.min.js PAGE...

A page must have no violation that axe-core finds, be no wider than its window, ask for nothing outside of itself,
complain about nothing, and print. Exit code 77: the browser is missing, nothing was looked at.
"""
import argparse
import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


class Browser:
    """Chromium over its debugging pipe: one message after the other, each ended by a zero byte."""

    def __init__(self, program, profile):
        to_child, self.out = os.pipe()
        self.inn, from_child = os.pipe()

        def place():
            # Copied away first, so that neither is overwritten by the other.
            first, second = os.dup(to_child), os.dup(from_child)
            os.dup2(first, 3)
            os.dup2(second, 4)

        arguments = [program, "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                     "--no-first-run", f"--user-data-dir={profile}", "--remote-debugging-pipe"]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")
        self.process = subprocess.Popen(
            arguments, preexec_fn=place, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_child)
        os.close(from_child)
        self.number, self.rest, self.events, self.session = 0, b"", [], None

    def receive(self):
        while b"\0" not in self.rest:
            piece = os.read(self.inn, 1 << 16)
            if not piece:
                raise SystemExit("the browser ended by itself")
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, event):
        while not any(seen.get("method") == event for seen in self.events):
            self.events.append(self.receive())

    def evaluate(self, script):
        result = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise SystemExit(str(result["exceptionDetails"]))
        return result["result"].get("value")

    def end(self):
        self.process.terminate()
        self.process.wait()


def look(browser, page, axe, width, scheme):
    address = pathlib.Path(page).resolve().as_uri()
    browser.events.clear()
    browser.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    browser.call("Page.navigate", url=address)
    browser.wait("Page.loadEventFired")
    browser.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    found = []
    inner = browser.evaluate("document.documentElement.scrollWidth")
    if inner > width:
        found.append(f"it is {inner} wide in a window of {width}")
    browser.evaluate(axe + "; 0")
    for violation in json.loads(browser.evaluate(
            "axe.run().then(told => JSON.stringify(told.violations.map(one => "
            "({id: one.id, help: one.help, nodes: one.nodes.map(node => node.target.join(' '))}))))")):
        places = ", ".join(violation["nodes"][:3])
        found.append(f"{violation['id']}: {violation['help']}, {len(violation['nodes'])} times: {places}")
    for event in browser.events:
        if event["method"] != "Network.requestWillBeSent":
            continue
        asked = event["params"]["request"]["url"]
        if asked != address and not asked.startswith("data:"):
            found.append(f"it asks for {asked[:80]}")
        if event["method"] == "Log.entryAdded" and event["params"]["entry"]["level"] in ("error", "warning"):
            found.append(f"the browser says: {event['params']['entry']['text']}")
    return [f"{pathlib.Path(page).name}, {width} px, {scheme}: {one}" for one in found]


def paper(browser, page):
    printed = base64.b64decode(browser.call("Page.printToPDF", preferCSSPageSize=True)["data"])
    return [] if printed.startswith(b"%PDF") else [f"{page}: it does not print"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--axe", required=True)
    parser.add_argument("pages", nargs="+")
    asked = parser.parse_args()
    program = next((found for found in map(shutil.which, NAMES) if found), None)
    if not program or not os.path.exists(asked.axe):
        print("skipped: Chromium or axe-core is missing, nobody looked at the pages")
        return 77
    axe = pathlib.Path(asked.axe).read_text()
    found = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(program, profile)
        try:
            target = browser.call("Target.createTarget", url="about:blank")["targetId"]
            session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            browser.session = session
            for domain in ["Page", "Network", "Log", "Runtime"]:
                browser.call(f"{domain}.enable")
            for page in asked.pages:
                for width, scheme in [(1200, "light"), (360, "dark")]:
                    found += look(browser, page, axe, width, scheme)
                found += paper(browser, page)
        finally:
            browser.end()
    for one in found:
        print(one)
    print(f"{len(asked.pages)} pages looked at, {len(found)} things found")
    return 1 if found else 0


sys.exit(main())

"""The pictures in README, made from recorded answers: a page, a Word page, the terminal.

Run by `make pictures`; needs Chromium, LibreOffice and pdftoppm on this machine, and no network.
"""

import io
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.text import Text

from govbrief.base.briefs import load_brief
from govbrief.read.load import load_report
from govbrief.views.briefpage import to_html
from govbrief.views.terminal import print_brief
from govbrief.views.wordbrief import to_docx
from tests.page.browser import CHROMIUM, Browser

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "dalian-2023.txt"
FOLDER = ROOT / "docs" / "images"
NEEDED = {"chromium": CHROMIUM, "soffice": shutil.which("soffice"), "pdftoppm": shutil.which("pdftoppm")}
WIDE, HIGH = 1400, 900
COLUMNS, LINES = 100, 40


def replay(folder):
    """The brief of the seed from its recording."""
    command = [sys.executable, "-m", "govbrief", "summarize", SEED, "--prompts", "default"]
    done = subprocess.run(  # noqa: S603 - our own command
        [*command, "--replay", ROOT / "cassettes", "--out", folder / "brief.json", "--quiet"],
        cwd=ROOT,
        check=False,
    )
    if done.returncode not in {0, 1}:
        sys.exit("pictures: the seed's recording does not answer; make record first")
    return load_brief(folder / "brief.json")


def photograph(browser, path, target, size=(WIDE, HIGH), script="0"):
    """What a window of this size shows once the script has run."""
    browser.show(size)
    browser.open(path)
    browser.run(script)
    time.sleep(1)
    browser.picture(target)


def draw_page(brief, text, browser, folder):
    """The page with the first sentence of its summary lit in brief and source."""
    path = folder / "page.html"
    path.write_text(to_html(brief, text), encoding="utf-8")
    photograph(
        browser,
        path,
        FOLDER / "page.png",
        script="document.querySelector('.summary p').click(); scrollTo(0, 0)",
    )


def draw_terminal(brief, browser, folder):
    """The first screen of the terminal view; characters stand where a terminal has them."""
    whole = io.StringIO()
    print_brief(
        brief, Console(file=whole, width=COLUMNS, force_terminal=True, color_system="truecolor"), "en"
    )
    screen = Console(record=True, width=COLUMNS, file=io.StringIO())
    screen.print(Text.from_ansi("\n".join(whole.getvalue().split("\n")[:LINES])))
    drawn = screen.export_svg(title="govbrief summarize seeds/dalian-2023.txt --lang en")
    path = folder / "terminal.svg"
    path.write_text(drawn, encoding="utf-8")
    photograph(browser, path, FOLDER / "terminal.png", size=(1240, HIGH))


def draw_word(brief, folder):
    """The first page of the Word document, as LibreOffice prints it."""
    path = folder / "word.docx"
    path.write_bytes(to_docx(brief))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for command in (
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path],
        ["pdftoppm", "-r", "80", "-png", "-singlefile", path.with_suffix(".pdf"), FOLDER / "word"],
    ):
        subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603


def main():
    """Draw all three."""
    missing = [name for name, found in NEEDED.items() if not found]
    if missing:
        sys.exit(
            f"pictures: {', '.join(missing)} not found; apt-get install chromium libreoffice-writer poppler-utils"
        )
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        brief = load_brief(Path(sys.argv[1])) if sys.argv[1:] else replay(folder)
        browser = Browser(folder / "browser")
        try:
            draw_page(brief, load_report(str(SEED)).text, browser, folder)
            draw_terminal(brief, browser, folder)
        finally:
            browser.close()
        draw_word(brief, folder)


if __name__ == "__main__":
    main()

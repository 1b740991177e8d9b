"""How fast the check is: `python -m tests.bench.wordspeed`. Characters of both languages for a second of CPU.

Numbers alone (`compare_numbers`), and with names and words (`check_pair`), on the project's own pairs of lines, each
read for the first time: what is kept of a text that comes again would flatter.
"""
# ruff: noqa: T201  (prints its table)

import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from govbrief.checking.check import check_pair
from govbrief.checking.pair import compare_numbers

CORPUS = Path(__file__).parents[1] / "corpus"


def pairs() -> list[tuple[str, str]]:
    """Lines of reports in both languages, and translations of news and stories."""
    varied = tomllib.loads((CORPUS / "varied.toml").read_text(encoding="utf-8"))["item"]
    free = tomllib.loads((CORPUS / "free.toml").read_text(encoding="utf-8"))
    told = [(item["zh"], item["en"]) for item in varied]
    return list(dict.fromkeys([*told, *((zh, en) for rows in free.values() for zh, en in rows)]))


def speed(check: Callable[[str, str], object], texts: list[tuple[str, str]]) -> float:
    """Characters that are checked in a second of this process."""
    started = time.process_time()
    for zh, en in texts:
        check(zh, en)
    return sum(len(zh) + len(en) for zh, en in texts) / (time.process_time() - started)


def main() -> None:
    """Print a line for each."""
    texts = pairs()
    # tables are read at the first call
    check_pair("全年办结案件360件。", "360 cases were concluded in the year.")
    for name, check in (("numbers", compare_numbers), ("numbers, names and words", check_pair)):
        print(f"{name:26} {len(texts)} pairs {speed(check, texts):10,.0f} characters a second")


if __name__ == "__main__":
    main()

"""Measures llama-server settings against each other: `python -m tests.bench.server [ROUNDS [WORD...]]`.

Every variant gets the same calls (one stable system prompt, a paragraph of a seed, an answer bound by a
schema), round after round in turn. Each run waits for a quiet machine and is done again when other programs
took part of it: llama.cpp's threads wait for each other, so a neighbour costs far more than its share.
WORDs choose the variants whose name holds one of them.
"""
# ruff: noqa: T201, S310  (prints its table; calls its own server on loopback)

import json
import os
import re
import resource
import statistics
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest import mock

from pipeline import server, weights

SEED = Path("seeds/dalian-2023.txt")
CORES = os.cpu_count() or 1
QUIET = 0.05
CHUNKS = 3
MAX_TOKENS = 150
SYSTEM = """You read one passage of a Chinese government report. Its sentences are numbered [S1], [S2] and
so on. Report what the passage states, as a list of items. For each item give the ids of the sentences it
rests on, one sentence in Chinese that keeps every number, name and qualifier exactly as the passage has it,
and one sentence in English with the same content. 万 is ten thousand, 亿 is a hundred million,
余 is "more than", 近 is "nearly". Titles in 《》 are translated. Leave out headings and slogans.
""" + "".join(
    f"Rule {n}: an item never says more than its sentences do, and an item about work under way says so.\n"
    for n in range(1, 13)
)
VARIANTS: dict[str, tuple[str, ...]] = {
    "one slot": ("--parallel", "1"),
    "one slot, 1 thread": ("--parallel", "1", "--threads", "1"),
    "two slots": ("--parallel", "2"),
    "four slots": ("--parallel", "4"),
    "flash attention off": ("--parallel", "1", "--flash-attn", "off"),
    "ubatch 256": ("--parallel", "1", "--ubatch-size", "256"),
    "ubatch 1024": ("--parallel", "1", "--ubatch-size", "1024"),
    "prompt cache 256 MiB": ("--parallel", "1", "--cache-ram", "256"),
    "no warm-up": ("--parallel", "1", "--no-warmup"),
    "cache reuse 64": ("--parallel", "1", "--cache-reuse", "64"),
    "no repack": ("--parallel", "1", "--no-repack"),
    "KV in 8 bits": ("--parallel", "1", "--cache-type-k", "q8_0", "--cache-type-v", "q8_0"),
    "draft ngram-map-k": ("--parallel", "1", "--spec-type", "ngram-map-k"),
}


def passages() -> list[str]:
    """The longest paragraphs of the seed, sentences numbered as govbrief shows them."""
    paragraphs = sorted(SEED.read_text(encoding="utf-8").split("\n"), key=len, reverse=True)[:CHUNKS]
    return [
        "\n".join(f"[S{n}] {s}" for n, s in enumerate(re.findall("[^。]+。?", text.strip()), 1))
        for text in paragraphs
    ]


def schema(ids: int) -> dict[str, object]:
    item = {
        "type": "object",
        "properties": {
            "ids": {
                "type": "array",
                "items": {"enum": [f"S{n}" for n in range(1, ids + 1)]},
                "minItems": 1,
                "maxItems": 4,
            },
            "kind": {"enum": ["achievement", "shortcoming", "plan"]},
            "zh": {"type": "string", "maxLength": 120},
            "en": {"type": "string", "maxLength": 400},
        },
        "required": ["ids", "kind", "zh", "en"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"items": {"type": "array", "items": item, "maxItems": 6}},
        "required": ["items"],
    }


def ask(base_url: str, key: str, passage: str) -> dict[str, float]:
    body = {
        "messages": [{"role": "system", "content": SYSTEM}, {"role": "user", "content": passage}],
        "temperature": 0,
        "max_tokens": MAX_TOKENS,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "items", "schema": schema(passage.count("[S"))},
        },
    }
    request = urllib.request.Request(
        f"{base_url}/chat/completions",
        json.dumps(body).encode(),
        {"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=120) as answer:
        return json.load(answer)["timings"]


def measure(name: str, model: Path) -> dict[str, float]:
    """Seconds to start, seconds for all passages, and tokens per second of reading and of writing."""
    arguments = VARIANTS[name]
    slots = int(arguments[arguments.index("--parallel") + 1])
    context = ("--ctx-size", str(server.CONTEXT_TOKENS * slots))
    begun = time.monotonic()
    with mock.patch.object(server, "TUNING", (*arguments, *context)), server.LocalServer(model) as local:
        ready = time.monotonic()
        with ThreadPoolExecutor(slots) as pool:
            timings = list(pool.map(lambda text: ask(local.base_url, local.api_key, text), passages()))
        seconds = time.monotonic() - ready
    written = sum(t["predicted_n"] for t in timings)
    return {
        "start": ready - begun,
        "seconds": seconds,
        "read": sum(t["prompt_n"] for t in timings) / sum(t["prompt_ms"] for t in timings) * 1000,
        "write": sum(t["predicted_n"] for t in timings) / sum(t["predicted_ms"] for t in timings) * 1000,
        "tokens": written,
        "per token": seconds / written * 1000,
    }


def busy_s() -> float:
    """Seconds of processor time that this machine has spent on anything since it started."""
    user, nice, system = map(int, Path("/proc/stat").read_text(encoding="ascii").split(maxsplit=4)[1:4])
    return (user + nice + system) / os.sysconf("SC_CLK_TCK")


def own_s() -> float:
    """Seconds of processor time of this program and the servers it has ended."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def measure_alone(name: str, model: Path) -> dict[str, float]:
    """A measurement during which others took less than a twentieth of the machine."""
    while True:
        while True:
            before = busy_s()
            time.sleep(2)
            if busy_s() - before < QUIET * 2 * CORES:
                break
        begun, busy, own = time.monotonic(), busy_s(), own_s()
        try:
            seen = measure(name, model)
        except OSError as exc:
            print(f"  {name}: {exc}", file=sys.stderr, flush=True)
            continue
        others = (busy_s() - busy) - (own_s() - own)
        if others < QUIET * (time.monotonic() - begun) * CORES:
            return seen
        print(f"  {name}: again, others took {others:.0f} s", file=sys.stderr, flush=True)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    names = [name for name in VARIANTS if not sys.argv[2:] or any(word in name for word in sys.argv[2:])]
    model = weights.find()
    if model is None:
        sys.exit("run `govbrief model fetch` first")
    results: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            results[name].append(measure_alone(name, model))
            print(f"  {name}: {results[name][-1]}", file=sys.stderr, flush=True)
    first = None
    print("| setting | ms per token written, all in | ratio | start s | read t/s | write t/s |")
    print("|---|---|---|---|---|---|")
    for name in names:
        runs = results[name]
        middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
        first = first or middle["per token"]
        cost = middle["per token"]
        print(f"| {name} | {cost:.1f} | {cost / first:.2f} ", end="")
        print(f"| {middle['start']:.1f} | {middle['read']:.0f} | {middle['write']:.1f} |")


if __name__ == "__main__":
    main()

"""Measures llama-server settings against each other: `python -m tests.bench.server [ROUNDS [WORD...]]`.

Every variant gets the same calls (one stable system prompt, a stretch of a seed, the start of an answer
bound by a schema), round after round in turn. The best of several short batches counts: llama.cpp's threads
wait for each other, so a busy neighbour costs more than its share, and no neighbour is busy all the time.
WORDs choose the variants whose name holds one of them.
"""
# ruff: noqa: T201, S310  (prints its table; calls its own server on loopback)

import json
import os
import re
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest import mock

from govbrief.model import server, weights

SEED = Path("seeds/dalian-2023.txt")
PASSAGE_CHARS = 150
MAX_TOKENS = 48
BATCH = 4
"""Calls that are under way together, as far as there are slots."""
BATCHES = 3
SYSTEM = """You read one passage of a Chinese government report. Its sentences are numbered [S1], [S2] and
so on. Report what the passage states, as a list of items. For each item give the ids of the sentences it
rests on, one sentence in Chinese that keeps every number, name and qualifier exactly as the passage has it,
and one sentence in English with the same content. 万 is ten thousand, 亿 is a hundred million,
余 is "more than", 近 is "nearly". Titles in 《》 are translated. Leave out headings and slogans.
""" + "".join(
    f"Rule {n}: an item never says more than its sentences do, and an item about work under way says so.\n"
    for n in range(1, 13)
)
# A word with = is set in the server's environment. GOMP_SPINCOUNT: how long a thread of the OpenMP runtime waits
# awake for the others, which is quick on an idle machine and ruinous beside a busy neighbour.
VARIANTS: dict[str, tuple[str, ...]] = {
    "one slot": ("--parallel", "1"),
    "one slot, 1 thread": ("--parallel", "1", "--threads", "1"),
    "two slots": ("--parallel", "2"),
    "four slots": ("--parallel", "4"),
    "flash attention off": ("--parallel", "1", "--flash-attn", "off"),
    "ubatch 256": ("--parallel", "1", "--ubatch-size", "256"),
    "ubatch 1024": ("--parallel", "1", "--ubatch-size", "1024"),
    "threads sleep while they wait": ("GOMP_SPINCOUNT=0", "--parallel", "1"),
    "threads wait awake a little": ("GOMP_SPINCOUNT=5000", "--parallel", "1"),
    "prompt cache 256 MiB": ("--parallel", "1", "--cache-ram", "256"),
    "no warm-up": ("--parallel", "1", "--no-warmup"),
    "cache reuse 64": ("--parallel", "1", "--cache-reuse", "64"),
    "no repack": ("--parallel", "1", "--no-repack"),
    "KV in 8 bits": ("--parallel", "1", "--cache-type-k", "q8_0", "--cache-type-v", "q8_0"),
    "draft ngram-map-k": ("--parallel", "1", "--spec-type", "ngram-map-k"),
}


def passages() -> list[str]:
    """Stretches of the seed, all of one size, as one numbered sentence each."""
    text = re.sub(r"\s", "", SEED.read_text(encoding="utf-8"))
    return [
        f"[S1] {text[at : at + PASSAGE_CHARS]}" for at in range(0, len(text) - PASSAGE_CHARS, PASSAGE_CHARS)
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
    """Seconds to start, seconds of the quickest batch, best tokens per second of reading and writing."""
    environment = dict(word.split("=") for word in VARIANTS[name] if "=" in word)
    arguments = tuple(word for word in VARIANTS[name] if "=" not in word)
    slots = int(arguments[arguments.index("--parallel") + 1])
    context = ("--ctx-size", str(server.CONTEXT_TOKENS * slots))
    todo = iter(passages())
    begun = time.monotonic()
    with (
        mock.patch.dict(os.environ, environment),
        mock.patch.object(server, "TUNING", (*arguments, *context)),
        server.LocalServer(model) as local,
    ):
        ready = time.monotonic()
        batches, timings = [], []
        ask(local.base_url, local.api_key, next(todo))  # reads the system prompt
        with ThreadPoolExecutor(slots) as pool:
            for _ in range(BATCHES):
                batch = [next(todo) for _ in range(BATCH)]
                started = time.monotonic()
                timings += pool.map(lambda text: ask(local.base_url, local.api_key, text), batch)
                batches.append(time.monotonic() - started)
    return {
        "start": ready - begun,
        "batch": min(batches),
        "read": max(t["prompt_per_second"] for t in timings),
        "write": max(t["predicted_per_second"] for t in timings),
    }


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    names = [name for name in VARIANTS if not sys.argv[2:] or any(word in name for word in sys.argv[2:])]
    model = weights.require()
    results: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            try:
                results[name].append(measure(name, model))
            except OSError as exc:
                print(f"  {name}: {exc}", file=sys.stderr, flush=True)
                continue
            print(f"  {name}: {results[name][-1]}", file=sys.stderr, flush=True)
    print(f"| setting | {BATCH} calls, s | ratio | reads, t/s | writes, t/s | start, s |")
    print("|---|---|---|---|---|---|")
    first = min(run["batch"] for run in results[names[0]])
    for name in names:
        runs = results[name]
        if runs:
            batch, start = (min(run[key] for run in runs) for key in ("batch", "start"))
            read, write = (max(run[key] for run in runs) for key in ("read", "write"))
            print(f"| {name} | {batch:.2f} | {batch / first:.2f} | {read:.0f} | {write:.1f} | {start:.1f} |")


if __name__ == "__main__":
    main()

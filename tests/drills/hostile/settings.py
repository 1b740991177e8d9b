"""Prompt sets, glossaries, configurations and environments that are damaged or made to do harm."""

from collections.abc import Iterator

from tests.drills.hostile.case import SOUND, WRONG_USE, Case

_DRY = ("summarize", "report.txt", "--dry-run")


def cases() -> Iterator[Case]:
    """Each with a sound report: what is wrong with the setting is told, and how to mend it."""
    for name, files in _sets().items():
        yield Case(
            f"prompts: {name}",
            (*_DRY, "--prompts", "set"),
            WRONG_USE,
            {"report.txt": SOUND, **{f"set/{path}": data for path, data in files.items()}},
        )
    for name, data in _GLOSSARIES.items():
        words = (*_DRY, "--glossary", "terms.csv")
        yield Case(f"glossary: {name}", words, frozenset({0, 2, 3}), {"report.txt": SOUND, "terms.csv": data})
    for name, data in _CONFIGURATIONS.items():
        files: dict[str | bytes, bytes] = {"report.txt": SOUND, "config/govbrief/config.toml": data}
        environ = {"XDG_CONFIG_HOME": "{here}/config"}
        yield Case(f"configuration: {name}", _DRY, frozenset({0, 2}), files, environ=environ)
    for name, options in _OPTIONS.items():
        yield Case(f"options: {name}", (*_DRY, *options), frozenset({0, 2, 3, 4}), {"report.txt": SOUND})
    for name, environ in _ENVIRONMENTS.items():
        yield Case(f"environment: {name}", _DRY, frozenset({0, 2, 4}), {"report.txt": SOUND}, environ=environ)


_BASE = b'about = "x"\nextends = "default"\n'


def _sets() -> dict[str, dict[str, bytes]]:
    def message(text: bytes) -> dict[str, bytes]:
        return {"set.toml": _BASE, "items.md": text}

    return {
        "nothing": {"other.txt": b""},
        "no TOML": {"set.toml": b"= = ="},
        "no encoding": {"set.toml": b'about = "\xff"'},
        "unknown settings": {"set.toml": _BASE + b"frobnicate = 1\n"},
        "extends itself": {"set.toml": b'about = "x"\nextends = "../set"\n'},
        "extends nothing": {"set.toml": b'about = "x"\nextends = "no-such-set"\n'},
        "a limit below zero": {"set.toml": _BASE + b"[limits]\nmax_tokens = -1\n"},
        "a limit that is text": {"set.toml": _BASE + b'[limits]\nmax_tokens = "many"\n'},
        "a message that breaks": message(b"{% if %}"),
        "a message that reads another file": message(b"{% include '../../../etc/passwd' %}"),
        "a message that leaves its sandbox": message(b"{{ ''.__class__.__mro__[1].__subclasses__() }}"),
        "a message without end": message(b"{% for a in range(10**9) %}x{% endfor %}"),
        "a message that calls itself": message(b"{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}"),
        "a message with an unknown word": message(b"{{ nobody }}"),
        "a message that divides by nothing": message(b"{{ 1 // 0 }}"),
        "a message of a huge text": message(b"{{ 'a' * 10 ** 9 * 10 ** 9 }}"),
    }  # fmt: skip


_GLOSSARIES = {
    "empty": b"",
    "no encoding": b"\xff\xfe\x00",
    "no columns": b"a\nb\nc\n",
    "a formula": "zh,en\n案件,=HYPERLINK(1)\n".encode(),
    "patterns": "zh,en\n(.*)+$,\\1\n案件[,x\n".encode(),
    "a term of a megabyte": ("zh,en\n" + "案" * 300_000 + ",x\n").encode(),
    "50,000 terms": ("zh,en\n" + "".join(f"词{n}语,term {n}\n" for n in range(50_000))).encode(),
    "quotes that never close": 'zh,en\n"案件,case\n'.encode(),
    "escapes": "zh,en\n案件,\x1b[31mcase\n".encode(),
}
_CONFIGURATIONS = {
    "empty": b"",
    "no TOML": b"= =",
    "no encoding": b"\xff",
    "unknown keys": b"frobnicate = 1\n",
    "numbers for texts": b"model = 5\n",
    "texts for numbers": b'timeout = "long"\n',
    "deep": b"a = " + b"[" * 50_000,
    "escapes": b'model = "\\u001b[31mx"\n',
}
_OPTIONS: dict[str, tuple[str, ...]] = {
    "an address that is none": ("--base-url", "nonsense", "--model", "m"),
    "an address with a password": ("--base-url", "http://a:b@127.0.0.1:9/v1", "--model", "m"),
    "an address with breaks": ("--base-url", "http://127.0.0.1:9/\r\nHost: x", "--model", "m"),
    "a model with escapes": ("--base-url", "http://127.0.0.1:9", "--model", "\x1b[31mm"),
    "a model of a megabyte": ("--base-url", "http://127.0.0.1:9", "--model", "m" * 100_000),
    "no workers": ("--concurrency", "-3"),
    "a billion workers": ("--concurrency", "1000000000"),
    "no time": ("--timeout", "-1"),
    "time without number": ("--timeout", "nan"),
    "a budget of nothing": ("--budget", "0USD"),
    "a budget without unit": ("--budget", "lots"),
    "a budget below zero": ("--budget", "-5USD"),
    "an unknown format": ("--format", "exe"),
    "an unknown language": ("--lang", "fr"),
    "a set with a path": ("--prompts", "../../../etc"),
    "a set with escapes": ("--prompts", "\x1b[31m"),
}
_ENVIRONMENTS = {
    "a model of nothing": {"GOVBRIEF_MODEL": ""},
    "an address of nothing": {"OPENAI_BASE_URL": " "},
    "a key with breaks": {"OPENAI_API_KEY": "a\nb", "OPENAI_BASE_URL": "http://127.0.0.1:9", "GOVBRIEF_MODEL": "m"},
    "no home": {"HOME": "/nonexistent", "XDG_CONFIG_HOME": ""},
    "a cache that is a file": {"GOVBRIEF_CACHE": "/dev/null"},
    "a proxy that is none": {"HTTPS_PROXY": "nonsense", "ALL_PROXY": "socks9://x"},
}  # fmt: skip

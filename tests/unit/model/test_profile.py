"""What is known of models and servers beforehand, and who may say more."""

import pytest

from govbrief.base.errors import UsageError
from govbrief.base.settings import Settings
from govbrief.model.forms import Rung
from govbrief.model.profile import profile_for, profile_of


@pytest.fixture(autouse=True)
def config(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "govbrief").mkdir()
    return tmp_path / "govbrief" / "profiles.toml"


@pytest.mark.parametrize(
    ("model", "host", "rung", "reasoning", "prompt_set"),
    [
        ("x", "embedded", Rung.GRAMMAR, False, "embedded"),
        ("gpt-4o", "api.openai.com", Rung.STRICT, False, "default"),
        ("gpt-5", "api.openai.com", Rung.STRICT, True, "default"),
        ("gpt-5-chat-latest", "api.openai.com", Rung.STRICT, False, "default"),
        ("deepseek-chat", "api.deepseek.com", Rung.JSON_OBJECT, False, "default"),
        ("deepseek-ai/DeepSeek-R1", "api.siliconflow.cn", Rung.TEXT, True, "default"),
        ("deepseek-ai/DeepSeek-V3", "api.siliconflow.cn", Rung.TEXT, False, "default"),
        ("Qwen/Qwen3-14B", "api.siliconflow.cn", Rung.JSON_OBJECT, False, "default"),
        ("claude-x", "api.anthropic.com", Rung.TEXT, False, "default"),
        ("m", "127.0.0.1", None, False, "default"),
    ],
)
def test_first_row_that_knows_a_field_decides_it(model, host, rung, reasoning, prompt_set):
    """Rows of a host and of a model complete each other; case and the name of the maker do not count."""
    profile = profile_of(model, host)
    assert (profile.rung, profile.reasoning, profile.prompt_set) == (rung, reasoning, prompt_set)
    assert bool(profile.form.thinking_tokens) is reasoning


def test_settings_name_the_host():
    """A key alone means OpenAI, an address its host, neither the embedded model."""
    assert profile_for(Settings()).prompt_set == "embedded"
    assert profile_for(Settings(api_key="k", model="m")).quota_is_spent
    assert profile_for(Settings(base_url="https://api.deepseek.com/v1", model="m")).rung is Rung.JSON_OBJECT


def test_own_rows_come_first(config):
    """A user knows their own server best."""
    config.write_text(
        '[[profile]]\nhost = ["*.example.org"]\nrung = "grammar"\nrequests_per_minute = 9\n', encoding="utf-8"
    )
    profile = profile_of("m", "llm.example.org")
    assert (profile.rung, profile.requests_per_minute, profile.chunk_chars) == (Rung.GRAMMAR, 9, 2400)


@pytest.mark.parametrize("text", ['[[profile]]\nrungs = "text"', '[[profile]]\nrung = "tools"', "[[profile"])
def test_wrong_rows_are_named(config, text):
    """A slip in one's own file is told with the file, not ignored."""
    config.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"profiles\.toml: not a readable list of profiles"):
        profile_of("m", "x")


def test_what_is_known_of_a_request_is_in_its_form(config):
    """A stream, a context and a model without a system role are known beforehand as well as learned."""
    assert profile_of("qwq-32b", "dashscope.aliyuncs.com").form.fixed["stream"] is True
    config.write_text(
        '[[profile]]\nhost = ["h"]\ncontext_tokens = 8192\nsystem_role = false\n', encoding="utf-8"
    )
    form = profile_of("gemma", "h").form
    assert (form.context_tokens, form.system_role) == (8192, False)
    assert profile_of("m", "127.0.0.1").form.context_tokens is None

"""Owns the words for each kind of fault, in both languages: what failed, and what to do next.

`{place}` is the address, `{said}` the server's own words in brackets, `{text}` the same bare.
"""

from typing import NamedTuple

from govbrief.model.faults import Cause
from govbrief_schemas.bilingual import Bilingual


class FaultWords(NamedTuple):
    """How a fault is told."""

    reason: Bilingual
    hint: Bilingual


def _hint(en: str, zh: str) -> Bilingual:
    return Bilingual(zh=zh, en=en)


def _words(en: str, zh: str, hint: Bilingual) -> FaultWords:
    return FaultWords(Bilingual(zh=zh, en=en), hint)


_ADDRESS = _hint(
    "check --model and --base-url (it usually ends in /v1)",
    "请检查 --model 和 --base-url（地址通常以 /v1 结尾）",
)
_MISFIT = _hint(
    "govbrief doctor says what this model can follow; another --model may answer",
    "govbrief doctor 可查看该模型能遵循何种格式；也可换用其他 --model",
)
_LATER = _hint("wait and run again, or lower --concurrency", "请稍后重新运行，或调低 --concurrency")
_FILTER = _hint(
    "the text itself is refused: another provider or a model of your own may take it",
    "被拒的是文本内容本身：可换用其他服务商或自有模型",
)
_LONG = _hint(
    "lower chunk_chars in the prompt set's set.toml, or use a model with a longer context",
    "请调低提示词集 set.toml 中的 chunk_chars，或换用上下文更长的模型",
)
_REFUSED = _hint(
    "the server's own words say why; another --model may accept it", "原因见服务器原话；可换用其他 --model"
)
_KEY = _hint(
    "set OPENAI_API_KEY to a valid key, or unset it to use the embedded model",
    "请将 OPENAI_API_KEY 设为有效密钥，或取消该变量以使用内置模型",
)
KEY_REFUSED = _words("{place} refused the key (401)", "{place} 拒绝了密钥（401）", _KEY)
"""Of a key that is wrong, without the server's words."""
WORDS = {
    Cause.KEY: _words("{place} refused access{said}", "{place} 拒绝访问{said}", _KEY),
    Cause.UNREACHABLE: _words(
        "{place} cannot be reached, tried {times} ({text})",
        "无法连接 {place}，已尝试{number}次（{text}）",
        _hint(
            "check --base-url and that the server runs: govbrief doctor",
            "请检查 --base-url 以及服务器是否在运行：govbrief doctor",
        ),
    ),
    Cause.DROPPED: _words(
        "{place} broke the connection, tried {times} ({text})",
        "{place} 中断了连接，已尝试{number}次（{text}）",
        _LATER,
    ),
    Cause.TIMEOUT: _words(
        "{place} did not answer within {timeout_s:g} s, tried {times}",
        "{place} 在{timeout_s:g}秒内没有应答，已尝试{number}次",
        _hint("check the server's load, or raise --timeout", "请检查服务器负载，或调高 --timeout"),
    ),
    Cause.SERVER: _words(
        "{place} answered {status}, tried {times} ({text})",
        "{place} 返回{status}，已尝试{number}次（{text}）",
        _LATER,
    ),
    Cause.BUSY: _words(
        "{place} is too busy or limits requests, tried {times}{said}",
        "{place} 繁忙或限制请求频率，已尝试{number}次{said}",
        _LATER,
    ),
    Cause.QUOTA: _words(
        "{place}: the account has nothing left, or its limit is not by the minute{said}",
        "{place}：账户余额用尽，或限额不按分钟计算{said}",
        _hint("top it up, use another key, or run again later", "请充值、换用其他密钥，或稍后重新运行"),
    ),
    Cause.BLANK: _words(
        "{place} answered without a word, tried {times}",
        "{place} 的回答为空，已尝试{number}次",
        _hint("another --model may answer", "可换用其他 --model"),
    ),
    Cause.AMISS: _words(
        "{place} did not answer what was asked, tried {times}: {text}",
        "{place} 答非所问，已尝试{number}次：{text}",
        _MISFIT,
    ),
    Cause.STRANGE: _words(
        "{place} gave something else than a chat completion, tried {times}: {text}",
        "{place} 返回的不是对话补全结果，已尝试{number}次：{text}",
        _ADDRESS,
    ),
    Cause.CUT: _words(
        "the answer was cut at {text} tokens, again and again",
        "回答屡次在{text}个词元处被截断",
        _hint(
            "raise max_tokens in the prompt set's set.toml, or lower chunk_chars",
            "请调高提示词集 set.toml 中的 max_tokens，或调低 chunk_chars",
        ),
    ),
    Cause.THOUGHT: _words(
        "the model thought until it was cut at {text} tokens, and did not come to an answer",
        "模型一直在思考，到{text}个词元处被截断，没有给出回答",
        _hint(
            "raise max_tokens in the prompt set's set.toml, or turn the model's thinking off",
            "请调高提示词集 set.toml 中的 max_tokens，或关闭模型的思考",
        ),
    ),
    Cause.MISFIT: _words(
        "{place} did not answer in the form that was asked for, twice: {text}",
        "{place} 两次未按要求的格式回答：{text}",
        _MISFIT,
    ),
    Cause.FILTERED: _words(
        "{place} refused this text for what it says (content filter){said}",
        "{place} 因文本内容拒绝处理（内容审核）{said}",
        _FILTER,
    ),
    Cause.TOO_LONG: _words("{place} refused the request{said}", "{place} 拒绝了请求{said}", _LONG),
    Cause.REFUSED: _words("{place} refused the request{said}", "{place} 拒绝了请求{said}", _REFUSED),
    Cause.FAR: _words(
        "{place} asks to wait {wait:.0f} s{said}",
        "{place} 要求等待{wait:.0f}秒{said}",
        _hint("run again after that time", "请届时重新运行"),
    ),
    Cause.SPENT: _words(
        "{place}: the account has nothing left{said}",
        "{place}：账户余额已用尽{said}",
        _hint("top it up, or use another key", "请充值，或换用其他密钥"),
    ),
    Cause.GONE: _words(
        "the embedded model's server died: {text}",
        "内置模型的服务进程已退出：{text}",
        _hint(
            "run govbrief doctor; a smaller --model-file needs less memory",
            "请运行 govbrief doctor；较小的 --model-file 占用内存更少",
        ),
    ),
    Cause.MODEL: _words(
        "{place} does not know model {model!r} or this path{said}",
        "{place} 没有模型 {model!r} 或没有此路径{said}",
        _ADDRESS,
    ),
}
"""Of every cause."""

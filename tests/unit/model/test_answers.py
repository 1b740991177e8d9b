"""How an answer is got out of what a server sends."""

import json

import pytest

from govbrief.model.faults import Cause, FaultError
from govbrief.model.unwrapping import clean_answer, read_answer

ANSWER = '{"items": [{"en": "Courts closed 5 cases {in all}."}]}'
FIELDS = {"items"}
WHOLE = {
    "plain": ANSWER,
    "fenced": f"```json\n{ANSWER}\n```",
    "chatter before and after": f"Sure! Here is {{the}} json:\n{ANSWER}\nLet me know {{if}} more is needed.",
    "thinking first": f'<think>maybe {{"items": []}}</think>\n{ANSWER}',
    "thinking without its opening tag": f'maybe {{"items": []}}\n</think>\n\n{ANSWER}',
    "two thoughts": f'<think>a</think><think>{{"items": []}}</think>{ANSWER}',
    "a draft, then the answer": f'First: {{"items": []}}. Better:\n{ANSWER}',
    "the schema, then the answer": f'{{"properties": {{"items": {{}}}}}}\n{ANSWER}',
    "wrapped": f'{{"Answer": {ANSWER}}}',
    "a bare list": json.dumps(json.loads(ANSWER)["items"]),
    "its list under another name": f'{{"brief_items": {json.dumps(json.loads(ANSWER)["items"])}}}',
    "byte order mark": f"\ufeff{ANSWER}",
    "harmony channels": f"<|channel|>analysis<|message|>so<|channel|>final<|message|>{ANSWER}",
}


@pytest.mark.parametrize("said", WHOLE.values(), ids=WHOLE)
def test_answer_is_found(said):
    """Thinking, fences and chatter around an answer do not cost it."""
    text, whole = clean_answer(said, FIELDS)
    assert whole
    assert json.loads(text) == json.loads(ANSWER)


def test_sound_answer_is_left_to_the_letter():
    """A recorded second request repeats the first answer: its blanks and escapes stay."""
    odd = '{ "items" : [ "\\u4e00" ] }'
    assert clean_answer(odd, FIELDS) == (odd, True)


@pytest.mark.parametrize("said", [f"<think>{ANSWER}", f"  <think>\nso {ANSWER}", f"<think>{ANSWER}</think>"])
def test_draft_inside_the_thinking_is_no_answer(said):
    """A model that was cut while it thought has not answered."""
    assert clean_answer(said, FIELDS) == ("", False)


def test_inner_object_of_a_broken_answer_is_no_answer():
    """What breaks off is not replaced by its last whole part."""
    broken = '{"items": [{"en": "a"}, {"en": "b"}'
    assert clean_answer(broken, FIELDS) == (broken, False)


def completion(message, finish="stop", **more):
    return {"choices": [{"message": message, "finish_reason": finish}], **more}


NO_ANSWERS = [
    (completion({"content": ""}), Cause.BLANK),
    (completion({"content": "  \n"}), Cause.BLANK),
    (completion({"content": None, "refusal": "I cannot help."}), Cause.FILTERED),
    (completion({"content": '{"it'}, "content_filter"), Cause.FILTERED),
    (completion({"content": ""}, "sensitive"), Cause.FILTERED),
    (completion({"content": '{"items": ['}, "length"), Cause.CUT),
    (
        completion({"content": None, "reasoning_content": ANSWER + "?" * 9 + "<think>"}, "length"),
        Cause.THOUGHT,
    ),
    (completion({"content": "<think>so"}, "length"), Cause.THOUGHT),
    (completion({"content": '{"lines": 3, "zh": "x"}'}), Cause.AMISS),
    (completion({"content": "{}"}), Cause.AMISS),
    (completion({"content": "x"}, "insufficient_system_resource"), Cause.SERVER),
    ({"error": {"code": 502, "message": "Provider returned error"}}, Cause.SERVER),
    ({"error": {"code": 429, "message": "slow down"}}, Cause.BUSY),
    ({"base_resp": {"status_code": 1026, "status_msg": "input new_sensitive"}}, Cause.FILTERED),
    ({"choices": []}, Cause.STRANGE),
    ({"choices": None}, Cause.STRANGE),
    (None, Cause.STRANGE),
    ([], Cause.STRANGE),
]


@pytest.mark.parametrize(
    ("body", "cause"), NO_ANSWERS, ids=[f"{n}-{c.name}" for n, (_, c) in enumerate(NO_ANSWERS)]
)
def test_what_is_no_answer_is_named(body, cause):
    """A status of 200 alone does not make an answer."""
    with pytest.raises(FaultError) as failed:
        read_answer(body, FIELDS, {})
    assert failed.value.fault.cause is cause


def test_answer_in_other_places():
    """Parts of a message are joined without the thinking; SGLang may put the answer where thinking should be."""
    parts = [{"type": "thinking", "thinking": "{}"}, {"type": "text", "text": ANSWER}]
    assert read_answer(completion({"content": parts}), FIELDS, {}).text == ANSWER
    assert read_answer(completion({"content": None, "reasoning_content": ANSWER}), FIELDS, {}).text == ANSWER
    assert read_answer(completion({"content": ANSWER}, "length"), FIELDS, {}).text == ANSWER


@pytest.mark.parametrize(
    "used", [None, 5, [], {"prompt_tokens": "many"}, {"completion_tokens": -1, "prompt_tokens": 1e400}]
)
def test_strange_counts_cost_no_answer(used):
    """What a server says that an answer took may be anything."""
    body = completion({"content": ANSWER}, usage=used)
    assert read_answer(body, FIELDS, {}) == (ANSWER, 0, 0)


@pytest.mark.parametrize(
    "choice",
    [
        {"message": "hello", "finish_reason": ["stop"]},
        {"message": None},
        {"message": {"content": None, "tool_calls": [None]}},
        {"message": {"content": None, "tool_calls": [{"function": "f"}]}},
        {"message": {"content": [None, "x", {"type": "text"}]}},
    ],
)
def test_strange_message_is_an_answer_without_a_word(choice):
    """A message of another shape ends nobody's run."""
    with pytest.raises(FaultError) as caught:
        read_answer({"choices": [choice], "base_resp": "ok"}, FIELDS, {})
    assert caught.value.fault.cause is Cause.BLANK

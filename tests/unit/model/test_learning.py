"""What refusals teach about the form of requests."""

import asyncio

import pytest

from govbrief.model.faults import Cause, Fault, body_words, read_status
from govbrief.model.forms import RequestForm, Rung
from govbrief.model.learning import STREAMED, Lessons, Memory, next_form

SENT = {
    "model": "m",
    "messages": [],
    "max_tokens": 2400,
    "temperature": 0.0,
    "seed": 0,
    "response_format": {},
}
TEACH = [
    ("Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
     {"token_limit": "max_completion_tokens"}),
    ("Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
     {"left_out": frozenset({"temperature"})}),
    ("invalid temperature: only 1 is allowed for this model", {"left_out": frozenset({"temperature"})}),
    ("parameter.enable_thinking must be set to false for non-streaming calls", {"fixed": {"enable_thinking": False}}),
    ("[{'type': 'extra_forbidden', 'loc': ['body', 'seed'], 'msg': 'Extra inputs are not permitted'}]",
     {"left_out": frozenset({"seed"})}),
    ("max_tokens range is [2, 1024]", {"most_tokens": 1024}),
    ("max_completion_tokens range is [2, 1024]", {"most_tokens": 1024}),
    ("max_tokens 参数非法：取值范围 [1, 1024] (1210)", {"most_tokens": 1024}),
    ("不支持参数 seed", {"left_out": frozenset({"seed"})}),
    ("System role not supported", {"system_role": False}),
    ("Unsupported value: 'messages[0].role' does not support 'system' with this model.", {"system_role": False}),
    ("This model only support stream mode, please enable the stream parameter to access the model.",
     {"fixed": STREAMED}),
    ("该模型仅支持流式输出", {"fixed": STREAMED}),
    ("Failed to generate JSON. Please adjust your prompt. (json_validate_failed)", {"rung": Rung.JSON_OBJECT}),
    ("This response_format type is unavailable now", {"rung": Rung.JSON_OBJECT}),
    ("response_format.type `json_schema` is unavailable now", {"rung": Rung.JSON_OBJECT}),
    ("'response_format.type' must be 'json_schema' or 'text'", {"rung": Rung.JSON_OBJECT}),
    ("invalid value: `json_schema`, supported values are: `json_object` and `text`", {"rung": Rung.JSON_OBJECT}),
    ("The provided JSON schema contains features not supported by xgrammar.", {"rung": Rung.JSON_OBJECT}),
    ("Invalid schema for response_format 'X': In context=(), 'default' is not permitted.",
     {"rung": Rung.JSON_OBJECT}),
    ("The specified schema produces a constraint that has too many states for serving.", {"rung": Rung.JSON_OBJECT}),
    ("Request contains an invalid argument.", {"rung": Rung.JSON_OBJECT}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "change"), TEACH, ids=[said[:50] for said, _ in TEACH])
def test_refusal_teaches_one_thing(said, change):
    """In the words that each server uses: another name, another value, an option less, or a rung lower."""
    form = next_form(RequestForm(), Fault(Cause.REFUSED, said, 400), SENT, sure=False)
    assert form is not None
    assert {name: getattr(form, name) for name in change} == change
    assert sum(getattr(form, name) != getattr(RequestForm(), name) for name in RequestForm.__slots__) == 1


def test_unexplained_refusal_of_a_form_that_works_is_about_the_request():
    """Once an answer came in a form, a refusal that names nothing does not cost the others their form."""
    fault = Fault(Cause.REFUSED, "Request contains an invalid argument.", 400)
    assert next_form(RequestForm(), fault, SENT, sure=True) is None


def test_ladder_ends():
    """Below plain text there is nothing to try."""
    fault = Fault(Cause.REFUSED, "response_format is not supported", 400)
    assert next_form(RequestForm(Rung.TEXT), fault, SENT, sure=False) is None


def test_option_that_was_learned_can_be_unlearned():
    """What one server demanded another at the same address may refuse."""
    form = RequestForm(fixed={"enable_thinking": False})
    fault = Fault(Cause.REFUSED, "Unrecognized request argument supplied: enable_thinking", 400)
    found = next_form(form, fault, {**SENT, "enable_thinking": False}, sure=False)
    assert found == RequestForm(left_out=frozenset({"enable_thinking"}))


def test_thinking_gets_room_once_for_all():
    """A model that was cut while it thought gets room, and more when that is not enough, up to a bound."""
    form, fault = RequestForm(most_tokens=4096), Fault(Cause.THOUGHT, "4096")
    rooms = []
    while form := next_form(form, fault, SENT, sure=True):
        rooms.append((form.thinking_tokens, form.most_tokens))
    assert rooms == [(8192, None), (32768, None)]


def test_mistral_tells_in_its_own_shape():
    """The option stands in a list of validation errors."""
    body = {
        "detail": [
            {"type": "extra_forbidden", "loc": ["body", "seed"], "msg": "Extra inputs are not permitted"}
        ]
    }
    fault = read_status(422, body_words(body), {})
    assert next_form(RequestForm(), fault, SENT, sure=False) == RequestForm(left_out=frozenset({"seed"}))


def test_schema_of_one_answer_can_be_too_much():
    """Where one schema is too complex, the others keep their rung."""
    lessons = Lessons(RequestForm())
    lessons.answered("Small")
    fault = Fault(Cause.REFUSED, "The specified schema produces a constraint that has too many states", 400)
    assert lessons.learn("Large", RequestForm(), fault, SENT)
    assert lessons.form_for("Large").rung is Rung.JSON_OBJECT
    assert lessons.form_for("Small").rung is Rung.STRICT


def test_learning_goes_one_at_a_time():
    """Eight requests at once teach one lesson, not eight."""
    lessons, under_way, most = Lessons(RequestForm()), 0, 0

    async def one():
        nonlocal under_way, most
        async with lessons.in_turn("A"):
            under_way += 1
            most = max(most, under_way)
            await asyncio.sleep(0)
            under_way -= 1

    async def run():
        await asyncio.gather(*[one() for _ in range(8)])

    asyncio.run(run())
    assert most == 1
    lessons.answered("A")
    asyncio.run(run())
    assert most == 8


def test_memory_keeps_forms_and_forgets(tmp_path, monkeypatch):
    """What was learned is there in the next run, and not for ever."""
    memory = Memory(tmp_path / "cache" / "servers.json", "http://x/v1 m")
    assert memory.recall() is None
    form = RequestForm(Rung.TEXT, left_out=frozenset({"seed"}), fixed={"enable_thinking": False})
    memory.keep(form)
    Memory(memory.path, "http://y/v1 m").keep(RequestForm())
    assert memory.recall() == form
    monkeypatch.setattr("govbrief.model.learning.FORGET_S", -1.0)
    assert memory.recall() is None
    memory.path.write_text('{"http://x/v1 m": {"seen": 9e9, "form": {"rung": "tools"}}}', encoding="utf-8")
    assert memory.recall() is None


CONTEXT = [
    (
        "This model's maximum context length is 8192 tokens. However, you requested 8700 tokens (2700 in the messages, "
        "6000 in the completion)."
    ),
    (
        "'max_tokens' is too large: 6000. This model's maximum context length is 8192 tokens and your request has 2700 "
        "input tokens (6000 > 8192 - 2700)."
    ),
    "Invalid request: Your request exceeded model token limit: 8192",
]
LONG = {**SENT, "max_tokens": 6000, "messages": [{"role": "user", "content": "法" * 3600}]}


@pytest.mark.parametrize("said", CONTEXT)
def test_small_context_leaves_less_room(said):
    """Where text and room together are too much, the room gives way, whatever was sent next fits, and it ends."""
    fault = read_status(400, said, {})
    assert fault.cause is Cause.TOO_LONG
    form = next_form(RequestForm(), fault, LONG, sure=True)
    assert form is not None
    assert 1024 <= form.room(6000, LONG["messages"]) <= 8192 - 2700
    assert form.room(6000, []) == 6000
    tries = 1
    while form := next_form(
        form, fault, {**LONG, "max_tokens": form.room(6000, LONG["messages"])}, sure=True
    ):
        tries += 1
    assert tries <= 4


@pytest.mark.parametrize(
    "said",
    [
        "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.",
        "This model's maximum context length is 8192 tokens, your request has 7900 input tokens.",
        "the request exceeds the available context size, try increasing it",
    ],
)
def test_text_that_is_too_long_teaches_nothing(said):
    """No room for the answer makes a text fit that is too long itself."""
    fault = read_status(400, said, {})
    assert fault.cause is Cause.TOO_LONG
    assert next_form(RequestForm(), fault, LONG, sure=True) is None


def test_bound_that_is_explained_by_the_context_is_a_bound():
    """Groq names the context's length only to say why the answer is bounded."""
    said = (
        "`max_tokens` must be less than or equal to `4096`, the maximum value for `max_tokens` is less than the "
        "`context_window` for this model"
    )
    assert next_form(RequestForm(), read_status(400, said, {}), LONG, sure=True) == RequestForm(
        most_tokens=4096
    )

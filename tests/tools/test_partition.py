from __future__ import annotations

import attrs

from triopenai._tools.definitions import Definition
from triopenai._tools.names import Entry, flat_name
from triopenai._tools.partition import partition

ELSEWHERE = Entry(
    area="elsewhere",
    name="Foreign",
    kind="m",
    side="m",
    pointer="#",
    official="Foreign",
    definition="d",
    exported=True,
    main=True,
)


def definitions(*names, **uses):
    return {
        name: Definition(
            name=name,
            text="",
            is_class=True,
            order=frozenset(),
            uses=frozenset(uses.get(name, ())),
            foreign={},
            helpers=frozenset(),
        )
        for name in names
    }


def filler(count, prefix="filler", **uses):
    return definitions(*(f"{prefix}{number}" for number in range(count)), **uses)


def test_small_area_is_one_module():
    assert partition(definitions("a", "b"), ["a"], fully=True) == {}


def test_what_others_use_is_common_with_all_that_it_uses():
    made = filler(60) | definitions("a", "b", "c", a=["b"], c=["a"])
    assert partition(made, ["a"], fully=True) == {"a": "_common", "b": "_common"}


def test_what_uses_other_areas_is_linked():
    made = filler(60) | definitions("a", "b", "c", a=["b"], b=["c"])
    made["b"] = attrs.evolve(made["b"], foreign={"Foreign": ELSEWHERE})
    assert partition(made, [], fully=True) == {"a": "_linked", "b": "_linked"}
    assert partition(made, [], fully=False) == {}


def test_shared_types_link_nothing():
    made = filler(60)
    shared = attrs.evolve(ELSEWHERE, area="shared")
    made["filler1"] = attrs.evolve(made["filler1"], foreign={"Foreign": shared})
    assert partition(made, [], fully=True) == {}


def test_big_family_stands_alone_beside_others():
    chain = filler(100, "member", **{f"member{n}": [f"member{n + 1}"] for n in range(99)})
    assert partition(chain, [], fully=True) == {}
    assert partition(chain | filler(100), [], fully=True) == dict.fromkeys(chain, "_family")


def test_flat_names_follow_the_root():
    assert flat_name("ChatCompletion", "Choice", "m") == "ChatCompletionChoice"
    assert flat_name("CompletionCreateParams", "Function", "p") == "CompletionCreateFunctionParam"
    assert flat_name("ResponseInputParam", "MessageParam", "p") == "ResponseInputMessageParam"

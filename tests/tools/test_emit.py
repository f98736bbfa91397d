from __future__ import annotations

import subprocess
import sys

from triopenai._tools.emit import WIDTH, Imports, call, sequence, wrapped


def test_sequence_breaks_only_what_does_not_fit() -> None:
    assert sequence("x = [", ["a", "b"], "]") == ["x = [a, b]"]
    long = ["a" * 40, "b" * 40, "c" * 40]
    assert sequence("x = [", long, "]") == ["x = [", *(f"    {item}," for item in long), "]"]


def test_wrapped_prefers_one_line_of_its_own() -> None:
    items = ["a" * 50, "b" * 53]
    assert wrapped("call(", items, ")") == ["call(", f"    {items[0]}, {items[1]}", ")"]
    assert wrapped("call(", [*items, "c" * 50], ")")[1] == f"    {items[0]},"


def test_call_breaks_long_text_at_slashes() -> None:
    url = "https://example.org/" + "/".join(["segment"] * 20)
    lines = call("Thing", {"name": "x", "flag": True, "one": ("a",), "table": {"k": "v"}, "url": url})
    assert lines[:5] == [
        "Thing(",
        '    name="x",',
        "    flag=True,",
        '    one=("a",),',
        '    table={"k": "v"},',
    ]
    assert all(len(line) <= WIDTH for line in lines)
    assert eval("\n".join(lines), {"Thing": dict})["url"] == url


def test_imports_give_each_thing_a_name_of_its_own() -> None:
    imports = Imports()
    imports.want("a", "Role", "LIMIT", "run", "Other")
    imports.want("a.b.users", "Role").want("a.b.groups.users", "Role")
    imports.settle()
    assert imports.local("a", "Role") == "Role"
    assert imports.local("", "None") == "None"
    assert imports.lines() == [
        "from a import LIMIT, Other, Role, run",
        "from a.b.groups.users import Role as GroupsUsersRole",
        "from a.b.users import Role as BUsersRole",
    ]


def test_layout_is_the_formatters(tmp_path) -> None:
    module = tmp_path / "module.py"
    arguments = {
        "names": tuple(f"name_{i}" for i in range(30)),
        "by": ("k", {"a" * 60: "b" * 60}),
        "short": ("a",),
    }
    text = "\n".join(["value = Thing(", *call("", arguments)[1:], ""])
    module.write_text(text, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--line-length", str(WIDTH), str(module)],
        check=True,
        capture_output=True,
    )
    assert module.read_text(encoding="utf-8") == text

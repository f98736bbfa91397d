"""Settings of the documentation: ``sphinx-build -W docs docs/_build/html``, or ``nox -s docs``."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "_ext"), str(HERE.parent)]

from triopenai import __version__  # noqa: E402  # found by the line above

project = "triopenai"
author = "The triopenai contributors"
copyright = f"the {project} contributors"  # noqa: A001  # Sphinx's name
release = version = __version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinxcontrib_trio",
    "reference_rules",
    "resource_pages",
]
exclude_patterns = ["_build", "newsfragments", "examples"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}

# Sphinx 9 rewrote autodoc; sphinxcontrib-trio hooks into the classes that it had before.
autodoc_use_legacy_class_based = True
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"show-inheritance": True}
maximum_signature_line_length = 90
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

default_role = "py:obj"
add_module_names = False
python_use_unqualified_type_names = True
python_display_short_literal_types = True

# A reference that leads nowhere is an error. Excepted is what this build cannot know: no inventory of another
# project is fetched, and in docstrings a name in backquotes may be an argument as well as an object.
nitpicky = True
nitpick_ignore_regex = [
    ("py:obj", r".*"),
    (
        "py:.*",
        r"(trio|httpx|outcome|pydantic|ssl|os|abc|collections|contextlib|enum|types|typing|typing_extensions)(\..*)?",
    ),
    # Bases and iterators that have no public name; what they offer stands with the classes that have one.
    ("py:class", r"triopenai\.(_engine|_helpers|realtime)\..*"),
    # Aliases of unions, which signatures name; values of `type` fields; generics with their variable.
    ("py:class", r"ChatCompletionStreamEvent|DataResidency|ErrorDetails|FileTypes|KeySource|SendOptions"),
    ("py:class", r"'[\w.]+'|\w+\[T\]|\w+ \| \w+"),
]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"triopenai {release}"
html_show_sphinx = False
templates_path: list[str] = []

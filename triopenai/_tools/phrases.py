"""First sentences for methods, made of their dotted paths."""

from __future__ import annotations

from typing import Final

__all__ = ["describe_argument", "noun_of", "summary_of"]

#: Words of paths that say where a thing is, not what it is.
_SILENT: Final = frozenset({"admin", "beta", "alpha", "organization"})
_SPELLINGS: Final = {"api": "API", "chatkit": "ChatKit", "fine tuning": "fine-tuning"}
#: Things of which there is only one, or no plural.
_UNCOUNTED: Final = frozenset(
    {"content", "data_retention", "hosted_tool_permissions", "model_permissions", "speech", "input_tokens"}
)
_VERBS: Final = {
    "accept": "Accept",
    "activate": "Activate",
    "archive": "Archive",
    "cancel": "Cancel",
    "compact": "Compact",
    "complete": "Complete",
    "count": "Count",
    "create": "Create",
    "deactivate": "Deactivate",
    "delete": "Delete",
    "fork": "Fork",
    "hangup": "Hang up",
    "list": "List",
    "pause": "Pause",
    "refer": "Refer",
    "reject": "Reject",
    "resume": "Resume",
    "retrieve": "Retrieve",
    "run": "Run",
    "search": "Search",
    "update": "Update",
    "validate": "Validate",
}
_WHOLE: Final = {
    "admin.organization.projects.rate_limits.list_rate_limits": "List the rate limits of a project",
    "admin.organization.projects.rate_limits.update_rate_limit": "Update a rate limit of a project",
    "audio.speech.create": "Turn text into speech",
    "audio.transcriptions.create": "Transcribe speech",
    "audio.translations.create": "Translate speech into English text",
    "beta.agents.sessions.artifacts.content": "Download a session artifact",
    "beta.agents.sessions.events.create": "Send events to an agent session",
    "beta.agents.sessions.events.stream": "Follow the events of an agent session",
    "beta.chatkit.threads.list_items": "List the items of a ChatKit thread",
    "beta.responses.compact": "Compact a conversation",
    "beta.responses.input_tokens.count": "Count the input tokens of a request",
    "beta.threads.create_and_run": "Create a thread and run it",
    "beta.threads.runs.submit_tool_outputs": "Hand the outputs of tools to a run",
    "completions.create": "Complete a prompt",
    "containers.files.content.retrieve": "Download a container file",
    "conversations.items.create": "Add items to a conversation",
    "embeddings.create": "Embed text",
    "files.content": "Download a file",
    "files.create": "Upload a file",
    "files.retrieve_content": "Download a file as text",
    "fine_tuning.alpha.graders.run": "Run a grader",
    "fine_tuning.alpha.graders.validate": "Validate a grader",
    "fine_tuning.jobs.list_events": "List the events of a fine-tuning job",
    "images.create_variation": "Vary an image",
    "images.edit": "Edit images",
    "images.generate": "Generate images",
    "live.sessions.download_recording": "Download the recording of a live session",
    "moderations.create": "Classify content for moderation",
    "realtime.calls.create": "Start a realtime call",
    "responses.compact": "Compact a conversation",
    "responses.input_tokens.count": "Count the input tokens of a request",
    "skills.content.retrieve": "Download a skill",
    "skills.versions.content.retrieve": "Download a version of a skill",
    "uploads.parts.create": "Upload a part of a file",
    "live.create": "Start a live session",
    "vector_stores.file_batches.list_files": "List the files of a vector store file batch",
    "vector_stores.files.content": "Read the parsed content of a vector store file",
    "vector_stores.search": "Search a vector store",
    "videos.create_character": "Create a character from a video",
    "videos.download_content": "Download a video",
    "videos.edit": "Edit a video",
    "videos.extend": "Extend a video",
    "videos.get_character": "Retrieve a character",
    "videos.remix": "Remix a video",
    "webhooks.event_types.list": "List the types of webhook events",
    "webhooks.rotate_secret": "Replace the secret of a webhook endpoint",
    "webhooks.test": "Send a test event to a webhook endpoint",
    "webhooks.create": "Create a webhook endpoint",
    "webhooks.delete": "Delete a webhook endpoint",
    "webhooks.list": "List webhook endpoints",
    "webhooks.retrieve": "Retrieve a webhook endpoint",
    "webhooks.update": "Update a webhook endpoint",
}
_ARGUMENTS: Final = {
    "graceful_close": "Whether the session is ended in order when this connection closes.",
    "fine_tuned_model_checkpoint": "Name of the fine-tuned model's checkpoint.",
    "id": "Its id.",
    "model": "Name of the model.",
}


def summary_of(resource: str, method: str) -> str:
    """What a method does, as a sentence."""
    dotted = f"{resource}.{method}"
    if dotted in _WHOLE:
        return f"{_WHOLE[dotted]}."
    if resource.endswith(".usage"):
        return f"Report the organization's usage: {method.replace('_', ' ')}."
    if method not in _VERBS:
        msg = f"no sentence for {dotted}: add one to phrases.py"
        raise ValueError(msg)
    plural = method in {"list", "activate", "deactivate"}
    return f"{_VERBS[method]} {noun_of(resource, plural=plural)}."


def noun_of(resource: str, *, plural: bool = False) -> str:
    """The thing that a resource holds, with its article."""
    steps = resource.split(".")
    *owners, last = [step for step in steps if step not in _SILENT] or steps
    if not owners and "organization" in steps:
        owners = ["organization"]
    words = [_singular(step) for step in owners]
    if plural:
        return _spell([*words, last])
    if last in _UNCOUNTED:
        return f"the {_spell([*words, last])}"
    noun = _spell([*words, _singular(last)])
    return f"an {noun}" if noun.startswith((*"aeioAEIO", "upload")) else f"a {noun}"


def describe_argument(name: str) -> str:
    """What a path parameter is."""
    if name.endswith("_id"):
        return f"Id of the {_spell([name.removesuffix('_id')])}."
    if name in _ARGUMENTS:
        return _ARGUMENTS[name]
    return f"The {_spell([name])}."


def _spell(steps: list[str]) -> str:
    text = " ".join(steps).replace("_", " ")
    text = " ".join(_SPELLINGS.get(word, word) for word in text.split())
    return text.replace("fine tuning", _SPELLINGS["fine tuning"])


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith("ches"):
        return word[:-2]
    return word.removesuffix("s") if not word.endswith("ss") else word

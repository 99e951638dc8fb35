"""What the descriptions of our APIs share: the shape of refusals, and how an answer is described."""

from typing import Any

WORDS: dict[str, Any] = {"type": "string"}


def refusals(**where: Any) -> dict[str, Any]:
    """The schema of refusals: each names the field, the value and what is allowed; `where`: what else says its place."""
    return {
        "type": "object",
        "properties": {
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": where | {"field": WORDS, "value": {}, "message": WORDS},
                    "required": ["field", "value", "message"],
                },
            }
        },
    }


def told(status: int, description: str, schema: dict[str, Any] | None = None) -> dict[int, Any]:
    """An answer with this status, as `openapi_extra` wants it."""
    return {status: {"description": description, "content": {"application/json": {"schema": schema or {}}}}}

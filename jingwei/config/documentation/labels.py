"""The glossary's labels as TypeScript: packages/domain shows states, actions and roles in both languages."""

import json
from pathlib import Path

from jingwei.config.documentation.glossary import labels
from jingwei.domains.incidents.contracts import State

LABELS_FILE = Path(__file__).resolve().parents[3] / "web/packages/domain/src/generated/labels.ts"
KINDS = ("state", "action", "role", "permission", "level", "stage", "who", "need", "identity", "channel")
NOTE = "// Generated from docs/glossary.csv by ./jw generate-docs. Changes are lost; CI fails on drift.\n\n"


def typescript() -> str:
    """The labels by kind and identifier, and the names of the states by their number."""
    tables = {
        kind: {name: {"zh": term.chinese, "en": term.english} for name, term in labels(kind).items()}
        for kind in KINDS
    }
    states = {state.value: state.name.lower() for state in State}
    return f"{NOTE}export const LABELS = {_written(tables)} as const;\n\nexport const STATES = {_written(states)} as const;\n"


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)

"""The house's order as `.importlinter` states it, so that other checks need no second list."""

from pathlib import Path
from typing import Any

import grimp
from importlinter.application import use_cases
from importlinter.configuration import configure
from importlinter.domain.contract import registry

ROOT = Path(__file__).resolve().parents[2]
CONFIGURATION = ROOT / ".importlinter"


def options() -> Any:
    configure()
    stated = use_cases.read_user_options(str(CONFIGURATION))
    use_cases._register_contract_types(stated)
    return stated


def graph_of(*modules: str, imports: tuple[str, str] | None = None) -> grimp.ImportGraph:
    """A house that holds only these modules, and at most one import."""
    graph = grimp.ImportGraph()
    for name in [*modules, *(imports or ())]:
        parts = name.split(".")
        for length in range(1, len(parts) + 1):
            if (package := ".".join(parts[:length])) not in graph.modules:
                graph.add_module(package, is_squashed=parts[0] != "jingwei")
    if imports:
        graph.add_import(importer=imports[0], imported=imports[1], line_number=1, line_contents="planted")
    return graph


def broken_contracts(graph: grimp.ImportGraph) -> set[str]:
    """Ids of the contracts that this graph of imports breaks."""
    stated, broken = options(), set()
    for contract_options in stated.contracts_options:
        contract = registry.get_contract_class(contract_options["type"])(
            name=contract_options["name"],
            session_options=stated.session_options,
            contract_options=contract_options,
        )
        if not contract.check(graph, verbose=False).kept:
            broken.add(contract_options["id"])
    return broken


def order() -> dict[str, int]:
    """App name (`jingwei.domains.incidents`) → height; what stands higher may know what stands lower."""
    by_id = {contract["id"]: contract for contract in options().contracts_options}
    layers = [
        (floor, layer) for floor in ("foundation", "domains") for layer in reversed(by_id[floor]["layers"])
    ]
    return {
        f"jingwei.{floor}.{name.strip(' ()')}": height
        for height, (floor, layer) in enumerate(layers)
        for name in layer.split("|")
    }

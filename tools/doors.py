"""An import-linter contract: an app may be entered only through its doors."""

from typing import Any

import grimp
from importlinter import Contract, ContractCheck, fields, output
from importlinter.domain.helpers import module_expressions_to_modules


class DoorsContract(Contract):
    """Every import that crosses from one app into another must land on a door.

    Options:
        apps:    module expressions, one app each, e.g. ``jingwei.domains.*``.
        doors:   rooms that strangers may import, e.g. ``contracts``.
        wirers:  packages that may import any room (they assemble the house).
    """

    type_name = "doors"
    apps: Any = fields.ListField(subfield=fields.ModuleExpressionField())
    doors: Any = fields.ListField(subfield=fields.StringField())
    wirers: Any = fields.ListField(subfield=fields.ModuleField(), required=False)

    def check(self, graph: grimp.ImportGraph, verbose: bool) -> ContractCheck:
        trespasses = []
        for app in sorted(self.app_names(graph)):
            for module in sorted(self.closed_modules(graph, app)):
                for importer in sorted(graph.find_modules_that_directly_import(module)):
                    if not self.is_at_home(importer, app):
                        for detail in graph.get_import_details(importer=importer, imported=module):
                            trespasses.append((importer, module, detail["line_number"]))
        return ContractCheck(kept=not trespasses, metadata={"trespasses": trespasses})

    def app_names(self, graph: grimp.ImportGraph) -> set[str]:
        modules = module_expressions_to_modules(graph, self.apps, as_packages=False)
        return {module.name for module in modules if graph.find_children(module.name)}

    def closed_modules(self, graph: grimp.ImportGraph, app: str) -> set[str]:
        closed = {app}  # the bare package is no door, or its __init__ could hand out any room
        for room in graph.find_children(app):
            if room.rpartition(".")[2] not in self.doors:
                closed |= {room} | graph.find_descendants(room)
        return closed

    def is_at_home(self, importer: str, app: str) -> bool:
        if "tests" in importer.split("."):
            return True  # a test may look behind a door to see what really stands there; floors and orders still hold
        homes = [app, *(wirer.name for wirer in self.wirers or [])]
        return any(f"{importer}.".startswith(f"{home}.") for home in homes)

    def render_broken_contract(self, check: ContractCheck) -> None:
        for importer, module, line in check.metadata["trespasses"]:
            output.print_error(f"{importer}:{line} walks into {module}.", bold=False)
        output.print_error(
            f"Use a door instead: {', '.join(self.doors)}. See docs/adr/0004-walls.md.", bold=False
        )

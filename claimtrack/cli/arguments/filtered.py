"""Commands on claims that are named by their ids or chosen by the filters of `list`."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature

from claimtrack.cli.arguments import choosing, options


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """The command with every filter as an option of its own.

    It gets them together as ``filters``, a `claimtrack.analysis.filters.Filters`.
    """
    own = signature(command, eval_str=True).parameters.values()
    filters = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=option)
        for name, option in options.FILTERS.items()
    ]
    own_options = [
        parameter.replace(kind=Parameter.KEYWORD_ONLY)
        for parameter in own
        if parameter.name != "filters"
    ]
    first = [parameter for parameter in own_options if parameter.default is Parameter.empty]
    rest = [parameter for parameter in own_options if parameter.default is not Parameter.empty]
    shown = [*first, *filters, *rest]

    @wraps(command)
    def run(**given: object) -> None:
        typed = {name: given.pop(name) for name in options.FILTERS}
        command(filters=choosing.filters(**typed), **given)  # type: ignore[arg-type]

    run.__signature__ = signature(command).replace(parameters=shown)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in shown}
    del run.__wrapped__  # its annotations are no longer these
    return run

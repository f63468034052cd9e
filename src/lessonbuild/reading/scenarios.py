"""What the parts of a scenario say of each other: ids that exist, dates in order, arithmetic that can be read."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from lessonbuild.model.arithmetic import ExpressionError, calls, names, parsed
from lessonbuild.model.scenario import QUANTITY_FUNCTIONS, Scenario
from lessonbuild.problems import Problem, did_you_mean
from lessonbuild.reading.tree import Path, Tree
from lessonbuild.reading.validating import Found, found

# Where something of the scenario is referred to, and by which part of it. A `#` means the keys.
REFERENCES = {
    "services.*.supplier": "suppliers",
    "prices.*.service": "services",
    "prices.*.sku": "prices",
    "lines.*.team": "teams",
    "lines.*.environment": "environments",
    "lines.*.product": "products",
    "lines.*.meters.*.price": "prices",
    "lines.*.meters.*.during": "events",
    "lines.*.meters.*.except": "events",
    "corrections.*.line": "lines",
    "corrections.*.price": "prices",
    "commitments.*.service": "services",
    "commitments.*.covers.*": "prices",
    "events.*.sets.#": "dials",
    "events.*.prices.#": "prices",
    "experiments.*.team": "teams",
    "experiments.*.line": "lines",
    "reruns.*.without.*": "events",
    "reruns.*.sizes.#": "commitments",
    "forecast.driver": "drivers",
    "forecast.variable.*": "lines",
    "forecast.ends.#": "lines",
}
_SPANS = (
    "",
    "lines.*.meters.*",
    "commitments.*",
    "events.*",
    "experiments.*",
    "periods.*",
)  # what has a `from` and a `to`


def scenario_faults(scenario: Scenario, name: str, tree: Tree) -> Iterator[Found]:
    """All of them, each with the path of the value to mend."""
    yield from _unknown(scenario, name, tree)
    yield from _spans(name, tree)
    yield from _meters(scenario, name, tree)
    yield from _arithmetic(scenario, name, tree)


def _unknown(scenario: Scenario, name: str, tree: Tree) -> Iterator[Found]:
    for pattern, kind in REFERENCES.items():
        known = tuple(getattr(scenario, kind))
        for path, value in tree.find(f"scenarios.{name}.{pattern}"):
            if isinstance(value, str) and value not in known:
                place = tree.key(path) if pattern.endswith("#") else tree.value(path)
                message = f'"{value}" is not among the {kind} of the scenario'
                yield path, Problem("unknown-id", message, place, did_you_mean(value, known, kind))


def _spans(name: str, tree: Tree) -> Iterator[Found]:
    for pattern in _SPANS:
        for path, value in tree.find(f"scenarios.{name}{'.' if pattern else ''}{pattern}"):
            ends = {}
            for key in ("from", "to"):
                if isinstance(written := value.get(key), str):
                    try:
                        ends[key] = datetime.fromisoformat(written)
                    except ValueError:
                        yield found(
                            tree, (*path, key), "no-such-date", f'there is no day "{written}"', "like 2025-04-05"
                        )
            if len(ends) == 2 and ends["to"] < ends["from"]:
                message = f"it ends on {value['to']}, before it begins"
                yield found(tree, (*path, "to"), "dates-order", message, f"it begins on {value['from']}")


def _meters(scenario: Scenario, name: str, tree: Tree) -> Iterator[Found]:
    for line, held in scenario.lines.items():
        for number, meter in enumerate(held.meters):
            if (meter.daily is None) == (meter.monthly is None):
                path: Path = ("scenarios", name, "lines", line, "meters", number)
                message = "a meter has either a daily or a monthly quantity"
                yield found(tree, path, "meter-quantity", message, "daily: 48, or monthly: 25")


def _arithmetic(scenario: Scenario, name: str, tree: Tree) -> Iterator[Found]:
    """Every expression can be read, and every name in it is known where it stands."""
    base, dials = ("scenarios", name), ("day", *scenario.dials)
    so_far: list[str] = []
    for driver, held in scenario.drivers.items():
        yield from _expression(held.daily, (*base, "drivers", driver, "daily"), (*dials, *so_far), tree)
        so_far.append(driver)
    everything = (*dials, *so_far, "hours")
    for line, bought in scenario.lines.items():
        yield from _expression(bought.tagged, (*base, "lines", line, "tagged"), everything, tree)
        for number, meter in enumerate(bought.meters):
            for key, written in (
                ("daily", meter.daily),
                ("monthly", meter.monthly),
                ("utilization", meter.utilization),
            ):
                if written is not None:
                    yield from _expression(written, (*base, "lines", line, "meters", number, key), everything, tree)
    for measure, written in scenario.measures.items():
        yield from _expression(written, (*base, "measures", measure), None, tree)


def _expression(written: str, path: Path, known: Collection[str] | None, tree: Tree) -> Iterator[Found]:
    """What is wrong with one; names are looked up only where all that may stand there is given."""
    try:
        read = parsed(written)
    except ExpressionError as error:
        yield found(tree, path, "arithmetic", str(error), error.hint)
        return
    for call in calls(read):
        if call.function not in QUANTITY_FUNCTIONS:
            hint = did_you_mean(call.function, QUANTITY_FUNCTIONS, "functions")
            yield found(tree, path, "unknown-function", f'there is no function "{call.function}" here', hint)
    yield from _names(names(read), path, known, tree)


def _names(used: Iterable[str], path: Path, known: Collection[str] | None, tree: Tree) -> Iterator[Found]:
    for name in dict.fromkeys(used):
        if known is not None and name not in known:
            split = name.replace("-", " - ")
            hint = did_you_mean(name, known, "names")
            if "-" in name and all(part in known for part in name.split("-")):
                hint = f'a minus stands between spaces: "{split}"'
            yield found(tree, path, "unknown-name", f'"{name}" is no dial and no driver that stands before', hint)

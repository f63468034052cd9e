"""Tags as they stand on a bill: a flat JSON object."""

import json
from collections.abc import Mapping

from lessonbuild.model.scenario import CostLine


def tags(line: CostLine) -> dict[str, str]:
    """Those of what a cost line buys, as far as it has them."""
    kept = {"team": line.team, "product": line.product, "environment": line.environment, "owner": line.owner}
    return {key: value for key, value in kept.items() if value}


def json_text(pairs: Mapping[str, str | int]) -> str:
    """The pairs as FOCUS writes them."""
    return json.dumps(pairs, ensure_ascii=False)

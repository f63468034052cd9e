"""What a price is of, in the words of FOCUS: its SKU, the SKU's properties, the resource, the quantity consumed."""

import re
from collections.abc import Mapping
from decimal import Decimal

from lessonbuild.documents.focus_tags import json_text
from lessonbuild.model.ledger import Charge
from lessonbuild.model.scenario import Price

_COUNTED = re.compile(r"(?P<number>[1-9]\d*) (?P<unit>.+)")  # "1000000 Tokens"


def sku(prices: Mapping[str, Price], name: str) -> dict[str, str | None]:
    """A SKU may have several prices: the same node is sold on demand and as spot."""
    price = prices[name]
    own = price.sku or name
    details = _details(price, own)
    return {
        "SkuId": f"{price.service}-{own}",
        "SkuPriceId": f"{price.service}-{name}",
        "SkuMeter": prices[own].name,
        "SkuPriceDetails": json_text(details) if details else None,
    }


def _details(price: Price, own: str) -> dict[str, str | int]:
    """Properties that FOCUS 1.2 defines, and with the mark of custom ones those that its version 1.5 is to define."""
    found: dict[str, str | int] = {}
    if price.gpus:
        found |= {"GpuCount": price.gpus, "InstanceType": own}
    if price.model:
        found["x_ModelId"] = price.model
    if price.tokens:
        found["x_TokenDirection"] = "Output" if price.tokens == "output" else "Input"
    if price.tokens == "cached-input":
        found["x_TokenCacheAction"] = "Read"
    return found


def resource(price: Price, charge: Charge, where: str) -> dict[str, str]:
    """What ran: one resource for each cost line and price, of prices that name a kind of resource."""
    if not price.resource:
        return {}
    name = resource_name(charge.line, charge.price)
    return {"ResourceId": f"{where}/{name}", "ResourceName": name, "ResourceType": price.resource}


def resource_name(line: str, price: str) -> str:
    """What it is called, on the bill as in telemetry."""
    return f"{line}-{price}"


def consumed(quantity: Decimal, per: str) -> tuple[Decimal, str]:
    """What was used of a quantity that is priced by the million: 76.172 "1000000 Tokens" are 76172000 "Tokens"."""
    counted = _COUNTED.fullmatch(per)
    return (quantity * int(counted["number"]), counted["unit"]) if counted else (quantity, per)

"""The bill of a scenario: whose it is, and what a charge on it was for."""

from dataclasses import dataclass

from lessonbuild.model.ledger import Charge
from lessonbuild.model.scenario import Commitment, CostLine, Scenario, Service


@dataclass(frozen=True, slots=True)
class Bill:
    """What the suppliers of one scenario charge. Raises KeyError for charges of another."""

    account: str  # the scenario's id, which tells its accounts from those of other customers
    scenario: Scenario
    currency: str  # of all amounts

    def line(self, charge: Charge) -> CostLine | None:
        """The cost line; none of a commitment's own rows, its purchase and what it left unused."""
        return None if charge.line == charge.commitment else self.scenario.lines[charge.line]

    def commitment(self, charge: Charge) -> Commitment:
        """The commitment that the charge has to do with."""
        return self.scenario.commitments[charge.commitment or ""]

    def service(self, charge: Charge) -> Service:
        """What is bought, in the supplier's words."""
        bought = self.scenario.prices[charge.price] if self.line(charge) else self.commitment(charge)
        return self.scenario.services[bought.service]

    def called(self, charge: Charge) -> str:
        """The name of the cost line, or of the commitment."""
        line = self.line(charge)
        return line.name if line else self.commitment(charge).name

"""Scenario → ledger: `draws` (chance), `timeline` (events), `use`, `commitments`, then `simulation`."""

from lessonbuild.costs.ledgers.simulation import Simulation

__all__ = ["Simulation"]

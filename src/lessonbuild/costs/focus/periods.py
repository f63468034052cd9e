"""Charge periods and billing periods (invariant 6)."""

from collections.abc import Iterator

from lessonbuild.costs.focus.fault import Fault, Row, Table, moment


def starts_before_end(table: Table) -> Iterator[Fault]:
    """An end is exclusive: it comes after the start."""
    for period in ("ChargePeriod", "BillingPeriod"):

        def wrong(row: Row, period: str = period) -> bool:
            start, end = moment(row, f"{period}Start"), moment(row, f"{period}End")
            return start is not None and end is not None and start >= end

        yield from table.faults("period-order", f"{period}End", wrong, "after the start")


def in_billing_period(table: Table) -> Iterator[Fault]:
    """Use belongs to the billing period in which it was, unless it corrects another."""

    def wrong(row: Row) -> bool:
        return row.get("ChargeCategory") == "Usage" and row.get("ChargeClass") is None and not _is_within(row)

    text = "of use, within the billing period"
    yield from table.faults("outside-billing-period", "ChargePeriodStart", wrong, text)


def _is_within(row: Row) -> bool:
    """Periods that cannot be read are faults by themselves."""
    inner = moment(row, "ChargePeriodStart"), moment(row, "ChargePeriodEnd")
    outer = moment(row, "BillingPeriodStart"), moment(row, "BillingPeriodEnd")
    if inner[0] is None or inner[1] is None or outer[0] is None or outer[1] is None:
        return True
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def corrections(table: Table) -> Iterator[Fault]:
    """A correction stands in an open billing period and belongs to one that was closed before."""

    def wrong(row: Row) -> bool:
        end, start = moment(row, "ChargePeriodEnd"), moment(row, "BillingPeriodStart")
        return row.get("ChargeClass") == "Correction" and end is not None and start is not None and end > start

    yield from table.faults("not-closed", "ChargeClass", wrong, "of a correction, the charge period was billed before")

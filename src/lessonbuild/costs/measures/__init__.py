"""What is measured of spending: one file for each family of measures, pure functions with formula, unit and source.

Money is Decimal in the currency of the export, a share is Decimal with 1 for the whole. A measure that has nothing to
be measured of is None: never 0, which would be a claim. Sources, where one is named: the FinOps
Framework with its goals and KPIs (finops.org/framework) and FOCUS (focus.finops.org).
"""

"""How long an audit's reader takes, and how much memory: python bench/export.py 10_000_000.

Makes so many rows with DuckDB in a temporary folder, as Parquet with typed columns and as a CSV packed with gzip, and
reads each in a process of its own.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

ROWS = """
SELECT
    CASE WHEN h % 3 > 0 THEN 'eu-central-1' || chr((97 + h % 3)::INT) END AS AvailabilityZone,
    CASE WHEN covered THEN 0 ELSE cost END AS BilledCost,
    '1234567890123' AS BillingAccountId, 'SunBird' AS BillingAccountName, 'USD' AS BillingCurrency,
    TIMESTAMP '2024-10-01' AS BillingPeriodEnd, TIMESTAMP '2024-09-01' AS BillingPeriodStart,
    CASE WHEN bought THEN 'Purchase' ELSE 'Usage' END AS ChargeCategory, NULL::VARCHAR AS ChargeClass,
    '$' || price || ' per GB - data transfer out of service ' || n || ', Frankfurt' AS ChargeDescription,
    CASE WHEN bought THEN 'Recurring' ELSE 'Usage-Based' END AS ChargeFrequency,
    hour + INTERVAL 1 HOUR AS ChargePeriodEnd, hour AS ChargePeriodStart,
    CASE WHEN plan THEN 'Spend' END AS CommitmentDiscountCategory,
    CASE WHEN plan THEN 'arn:aws:savingsplans::365499461711:savingsplan/37985e61-' || h % 7 END AS CommitmentDiscountId,
    NULL::VARCHAR AS CommitmentDiscountName,
    CASE WHEN covered THEN CASE WHEN h % 5 = 0 THEN 'Unused' ELSE 'Used' END END AS CommitmentDiscountStatus,
    CASE WHEN plan THEN 'Savings Plan' END AS CommitmentDiscountType,
    quantity AS ConsumedQuantity, 'GB' AS ConsumedUnit, cost AS ContractedCost, price AS ContractedUnitPrice,
    CASE WHEN bought THEN 0 ELSE cost END AS EffectiveCost,
    'Amazon Web Services, Inc.' AS InvoiceIssuerName, cost AS ListCost, price AS ListUnitPrice,
    CASE WHEN covered THEN 'Committed' ELSE 'Standard' END AS PricingCategory,
    quantity AS PricingQuantity, 'GB' AS PricingUnit,
    'AWS' AS ProviderName, 'Amazon Web Services, Inc.' AS PublisherName,
    'eu-central-1' AS RegionId, 'EU (Frankfurt)' AS RegionName,
    'arn:aws:ec2:eu-central-1:347410479675:instance/i-' || md5((h % 200000)::VARCHAR) AS ResourceId,
    NULL::VARCHAR AS ResourceName, 'instance' AS ResourceType,
    ['Compute', 'Storage', 'Networking', 'Databases', 'AI and Machine Learning'][(1 + n % 5)::INT] AS ServiceCategory,
    'Amazon Service ' || n AS ServiceName,
    'HSRFWQ3TJGWVZ2' || n AS SkuId, 'HSRFWQ3TJGWVZ2' || n || '.JRTCKXETXF.6YS6EN2' || h % 20 AS SkuPriceId,
    (51738928700 + h % 70)::VARCHAR AS SubAccountId, 'Atlas Nimbus ' || h % 70 AS SubAccountName,
    CASE WHEN h % 4 > 0 THEN MAP {{
        'application': 'App' || h % 300, 'environment': ['dev', 'prod', 'test'][(1 + h % 3)::INT],
        'business_unit': 'Unit' || h % 12}} END AS Tags
FROM (SELECT *, price * quantity AS cost, plan AND NOT bought AS covered FROM (
    SELECT h, h % 40 AS n, h % 97 = 0 AS plan, h % 9700 = 0 AS bought,
        0.001::DOUBLE + h % 20 / 1000.0 AS price, h % 977 / 1000.0 AS quantity,
        TIMESTAMP '2024-09-01' + ((i * 720) // {rows}) * INTERVAL 1 HOUR AS hour
    FROM (SELECT i, (hash(i) % 1000000007)::BIGINT AS h FROM range({rows}) AS all_rows(i))))
"""
TEXT = """
SELECT * REPLACE (
    strftime(BillingPeriodEnd, '%Y-%m-%dT%H:%M:%SZ') AS BillingPeriodEnd,
    strftime(BillingPeriodStart, '%Y-%m-%dT%H:%M:%SZ') AS BillingPeriodStart,
    strftime(ChargePeriodEnd, '%Y-%m-%dT%H:%M:%SZ') AS ChargePeriodEnd,
    strftime(ChargePeriodStart, '%Y-%m-%dT%H:%M:%SZ') AS ChargePeriodStart,
    to_json(Tags) AS Tags) FROM '{parquet}'
"""
READ = """
import resource, sys, time
from pathlib import Path
from lessonbuild.auditing.export import read_export
start = time.perf_counter()
export = read_export(Path(sys.argv[1]))
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"{export.rows:,} rows, {len(export.spend):,} sums of spend: {seconds:.1f} s, {peak} MB at most")
"""


def main() -> None:
    """Make the rows, read them twice, print what it took."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with TemporaryDirectory(prefix="lessonbuild-bench-") as folder, duckdb.connect() as connection:
        connection.execute("SET memory_limit = '2GB'; SET threads = 2; SET preserve_insertion_order = false")
        parquet, packed = Path(folder) / "rows.parquet", Path(folder) / "rows.csv.gz"
        connection.execute(f"COPY ({ROWS.format(rows=rows)}) TO '{parquet}' (FORMAT parquet, COMPRESSION zstd)")
        connection.execute(
            f"COPY ({TEXT.format(parquet=parquet)}) TO '{packed}' (FORMAT csv, HEADER, COMPRESSION gzip)"
        )
        for file in (parquet, packed):
            print(f"{file.name}, {file.stat().st_size / 1e6:,.0f} MB: ", end="", flush=True)
            subprocess.run([sys.executable, "-c", READ, str(file)], check=True)


if __name__ == "__main__":
    main()

"""
Writes tests/expected/io-numpy.json: the input-output table of the dataset worked out with numpy, independently of api/analysis
(reads the YAML by lines, inverts instead of using closed forms, extracts by taking rows and columns out). Run with Python 3 and
numpy when the table changes: python3 tests/bench/input-output-numpy.py. The suite compares with what is stored.
"""
import json
import re
from pathlib import Path

import numpy

root = Path(__file__).resolve().parents[2]
text = (root / "graph-seed/dataset/records/input-output-2020.yaml").read_text(encoding="utf8")
n = 17
Z = numpy.zeros((n, n))
for i, j, value in re.findall(r"from: sector:io17-(\d+), type: SECTOR_INPUT, to: sector:io17-(\d+), valueMillionRp: (-?\d+)", text):
    Z[int(i) - 1, int(j) - 1] = float(value)
figures = {}
for i, measure, value in re.findall(r"about: sector:io17-(\d+), measure: (\w+), key: '2020', value: (-?\d+)", text):
    figures.setdefault(measure, numpy.zeros(n))[int(i) - 1] = float(value)
x = figures["OUTPUT"]
f = sum(figures[m] for m in ("HOUSEHOLD_CONSUMPTION", "NPISH_CONSUMPTION", "GOVERNMENT_CONSUMPTION", "FIXED_CAPITAL_FORMATION",
                             "INVENTORY_CHANGE", "GOODS_EXPORTS", "SERVICE_EXPORTS"))
va = figures["COMPENSATION"] + figures["OPERATING_SURPLUS"] + figures["PRODUCTION_TAXES"]
primary = va + figures["IMPORTED_INPUT"] + figures["PRODUCT_TAXES"]
A, B, eye = Z / x, Z / x[:, None], numpy.eye(n)
L, G = numpy.linalg.inv(eye - A), numpy.linalg.inv(eye - B)


def extraction(j):
    keep = [i for i in range(n) if i != j]
    left = numpy.zeros(n)
    left[keep] = numpy.linalg.solve((eye - A)[numpy.ix_(keep, keep)], f[keep])
    no_purchases = A.copy()
    no_purchases[:, j] = 0
    no_sales = B.copy()
    no_sales[j, :] = 0
    return {
        "bySector": (x - left).tolist(),
        "valueAdded": float(((x - left) / x * va).sum()),
        "backward": float((x - numpy.linalg.solve(eye - no_purchases, f)).sum()),
        "forward": float((x - numpy.linalg.solve((eye - no_sales).T, primary)).sum()),
    }


delta = numpy.zeros(n)
delta[5] = -0.1 * f[5]
shock = numpy.linalg.solve(eye - A, delta)
answer = {
    "leontief": L.tolist(),
    "ghosh": G.tolist(),
    "extraction": [extraction(j) for j in range(n)],
    "constructionMinus10": {"output": shock.tolist(), "valueAdded": (shock / x * va).tolist(), "directInput": (A @ delta).tolist()},
}
(root / "tests/expected/io-numpy.json").write_text(json.dumps(answer) + "\n", encoding="utf8")

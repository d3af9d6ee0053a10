"""
The peer of the benchmark `leiden`: igraph's Leiden on the pairs of a file ("a b" a line, nodes numbered from 0), by modularity, in as
many rounds as it is told. Prints JSON: version, modularity, and the CPU seconds of building and partitioning, reading left out.
Run by tests/bench/leiden.ts: python3 leiden-igraph.py FILE ROUNDS
"""
import json
import random
import sys
import time

import igraph

with open(sys.argv[1], encoding="utf8") as file:
    pairs = [tuple(map(int, line.split())) for line in file]
random.seed(1)
started = time.process_time()
graph = igraph.Graph(pairs)
found = graph.community_leiden(objective_function="modularity", n_iterations=int(sys.argv[2]))
seconds = time.process_time() - started
print(json.dumps({"version": igraph.__version__, "modularity": graph.modularity(found.membership), "seconds": seconds}))

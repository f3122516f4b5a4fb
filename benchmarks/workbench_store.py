"""A store of generated claims, made as `store.py` makes its own, for `workbench.mjs` to look at.

    python benchmarks/workbench_store.py FILE [CLAIMS]

Without CLAIMS: 100,000.
"""

import sys

from dateline.store.store import Store
from store import articles, coded, load

CLAIMS = 100_000


def main() -> None:
    with Store.open(sys.argv[1], create=True) as store:
        load(store, articles(coded()), most=int(sys.argv[2]) if len(sys.argv) > 2 else CLAIMS)
        store.settle()


if __name__ == "__main__":
    main()

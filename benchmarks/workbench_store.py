"""A store of generated claims for `workbench.mjs` to look at, made as `store.py` makes its own.

python benchmarks/workbench_store.py FILE [CLAIMS]
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

"""What people touch: the command line."""

import os

# Before numpy loads: pages are small and processes are what a run is spread over; a pool of threads in each only gets in the way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

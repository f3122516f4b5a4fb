"""`python -m dateline`, the same as `dateline`."""

from dateline.views.cli import main

if __name__ == "__main__":
    main()

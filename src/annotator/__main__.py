"""Runs the program as `python -m annotator`."""

from annotator.app import main

if __name__ == "__main__":
    main()

"""`python -m palmares` does what `palmares` does."""

from palmares.cli import main

if __name__ == "__main__":
    main()

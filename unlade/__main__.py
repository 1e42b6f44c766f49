"""``python -m unlade``."""

from unlade.cli import main

main()

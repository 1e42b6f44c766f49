"""Write the sample dump of a seed."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus_samples.generate import world, write


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m corpus_samples.generate", description=__doc__)
    parser.add_argument(
        "--seed", type=int, default=0, help="0: the committed documents; others: other names and figures"
    )
    parser.add_argument("--control", action="store_true", help="the same documents without any pattern in them")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1], help="folder to write below")
    options = parser.parse_args()
    written = write(world(options.seed, options.control), options.out)
    print(f"{len(written)} files, {sum(path.stat().st_size for path in written):,} bytes below {options.out}")


if __name__ == "__main__":
    main()

"""Run the benchmarks and print ratios against named peers measured in the same run (`make bench`).

    python -m benchmarks [NAME...]

Rates of a shared machine mean little; ratios of one run do.
"""

from __future__ import annotations

import sys

from benchmarks import (
    customs_csv,
    customs_xlsx,
    declarations,
    field_finders,
    hs_decoys,
    isolation,
    pdf_reading,
    pdf_scaling,
    pdf_text,
)

BENCHMARKS = {
    "customs_csv": customs_csv.run,
    "customs_xlsx": customs_xlsx.run,
    "pdf_text": pdf_text.run,
    "pdf_reading": pdf_reading.run,
    "pdf_scaling": pdf_scaling.run,
    "declarations": declarations.run,
    "field_finders": field_finders.run,
    "hs_decoys": hs_decoys.run,
    "isolation": isolation.run,
}


def main(names: list[str]) -> None:
    """Print one line a ratio, as they come."""
    for name in names or BENCHMARKS:
        for ratio in BENCHMARKS[name]():
            print(ratio, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Charts as plain SVG: they print, need no script and work offline."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

WIDTH, HEIGHT, FOOT, WIDEST = 900, 90, 18, 36


def bars(values: Sequence[tuple[str, int]], what: str) -> Markup:
    """Draw one bar a month; each tells its figure to pointer and screen reader."""
    highest = max((value for _, value in values), default=0)
    if not highest:
        return Markup("")
    step = min(WIDTH / len(values), WIDEST)
    drawn = (
        Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}: {}</title></rect>').format(
            i * step, HEIGHT - value / highest * HEIGHT, max(step - 2, 1), value / highest * HEIGHT, label, value
        )
        for i, (label, value) in enumerate(values)
    )
    return Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}, highest {}">{}{}</svg>').format(
        WIDTH, HEIGHT + FOOT, what, highest, Markup("").join(drawn), _years(values, step)
    )


def _years(values: Sequence[tuple[str, int]], step: float) -> Markup:
    """Write the year under its first month."""
    firsts = {label[:4]: i for i, (label, _) in reversed(list(enumerate(values)))}
    return Markup("").join(
        Markup('<text x="{:.1f}" y="{}">{}</text>').format(i * step, HEIGHT + FOOT - 4, year)
        for year, i in sorted(firsts.items())
    )

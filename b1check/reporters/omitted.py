"""What a report leaves out, in words: who does not see a remark must know that it is there."""

from __future__ import annotations

from b1check.report import Report
from b1check.reporters.text import count


def left_out(*reports: Report) -> list[str]:
    """Return a sentence for each reason why remarks of ``reports`` are not shown."""
    reasons = (
        ("Al bekend, dus niet getoond", sum(report.known for report in reports)),
        ("In tekst die niet veranderd is, dus niet getoond", sum(report.unchanged for report in reports)),
    )
    return [f"{why}: {count(amount, 'opmerking', 'opmerkingen')}." for why, amount in reasons if amount]

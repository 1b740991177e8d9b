"""Owns powers as science writes them: 6.02×10^23, 2.5·10⁻³, 2^10, to one exact value; the same in both languages."""

import re
from decimal import Context, Decimal

_PLAIN = r"\d{1,12}(?:\.\d{1,12})?"
_SIGN = "[-−+]"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
POWER = (
    rf"(?:{_PLAIN}[ ]?[x×✕*·∙⋅][ ]?)?(?:"
    rf"10(?:\^{_SIGN}?\d{{1,2}}|(?<=[x×✕*·∙⋅]10)(?:{_SIGN}\d{{1,2}}|[⁺⁻]?[{_RAISED}]{{1,2}})"
    rf"|(?<=[x×✕*·∙⋅][ ]10)(?:{_SIGN}\d{{1,2}}|[⁺⁻]?[{_RAISED}]{{1,2}})|⁻[{_RAISED}]{{1,2}})"
    rf"|{_PLAIN}\^{_SIGN}?\d{{1,2}})(?!\d|\.\d)"
)
"""A power, with what it is multiplied by; a digit raised behind a plain number is a footnote and no power."""
_WHOLE = re.compile(POWER)
_PARTS = re.compile(rf"(?:({_PLAIN})[ ]?[x×✕*·∙⋅][ ]?)?({_PLAIN})\^?([-−+⁺⁻]?)([\d{_RAISED}]{{1,2}})")
_LOWER = str.maketrans(_RAISED, "0123456789")
_EXACT = Context(prec=28)


def read_power(text: str) -> Decimal:
    """The value of what `POWER` matches: `8x2^10` is 8192, `2^-1` 0.5; 28 digits at most. ValueError for all else."""
    match = _PARTS.fullmatch(text) if _WHOLE.fullmatch(text) else None
    if match is None:
        raise ValueError(text)
    times, base, sign, exponent = match.groups()
    power = int(exponent.translate(_LOWER)) * (-1 if sign in {"-", "−", "⁻"} else 1)
    if not Decimal(base) and power <= 0:
        return Decimal(0)
    return _EXACT.multiply(Decimal(times or 1), _EXACT.power(Decimal(base), power))

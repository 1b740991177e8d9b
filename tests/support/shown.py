"""Owns how tests write a number: value, unit, kind where it is no count, qualifier and direction."""

from govbrief_schemas.quantity import QuantityKind


def shown(quantity):
    """One number of a text; what is no amount is its kind."""
    if not quantity.is_amount:
        return quantity.kind.value
    kind = "" if quantity.kind is QuantityKind.COUNT else quantity.kind.value
    said = (quantity.qualifier.value, quantity.direction.value)
    return " ".join(filter(None, [f"{quantity.value.normalize():f}", quantity.unit, kind, *said]))

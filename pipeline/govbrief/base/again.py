"""Owns Both: two lists that are known again by which they are, for what is worked out once of lists that live on."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Both(Generic[T]):
    """Two tuples, the same as two others only where they are those; what is in them is not compared, which is slow."""

    __slots__ = ("left", "right")

    def __init__(self, left: tuple[T, ...], right: tuple[T, ...]) -> None:
        """Holds both, so that neither's place in memory is given to another while this is kept."""
        self.left, self.right = left, right

    def __hash__(self) -> int:
        """By where the two lie."""
        return hash((id(self.left), id(self.right)))

    def __eq__(self, other: object) -> bool:
        """Whether the other holds the very same two."""
        return isinstance(other, Both) and self.left is other.left and self.right is other.right

"""Owns Draft: an item as the model worded it, with the words of the source that it tells."""

from dataclasses import dataclass, replace

from govbrief.numbers.locks import Lock, Locked
from govbrief_schemas.item import Item


@dataclass(frozen=True, slots=True)
class Draft:
    """An item on its way; placeholders stand only here, the item holds the numbers."""

    item: Item
    source: Locked
    """What the item tells of its sentences; without placeholders where the prompt set leaves numbers free."""
    zh: str
    en: str
    """Both as answered; `en` is empty before a second step translates."""

    @property
    def dropped(self) -> tuple[Lock, ...]:
        """Numbers of the source that its English, as answered, has no placeholder of."""
        return tuple(lock for lock in self.source.locks if f"{{{lock.name}}}" not in self.en)

    def worded(self, *, zh: str | None = None, en: str | None = None) -> "Draft":
        """The draft in other words, numbers put in; None keeps a language as it is."""
        zh = self.zh if zh is None else zh
        en = self.en if en is None else en
        item = replace(self.item, zh=self.source.opened(zh, "zh"), en=self.source.opened(en, "en"))
        return Draft(item, self.source, zh, en)

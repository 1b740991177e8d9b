"""Owns Bilingual: the same said in Chinese and in English."""

from govbrief_schemas.frozen import Frozen


class Bilingual(Frozen):
    """The same in both languages; empty where it could not be had, never guessed."""

    zh: str
    en: str

    def __bool__(self) -> bool:
        """False when neither language says anything."""
        return bool(self.zh or self.en)

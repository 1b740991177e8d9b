"""Sentences as a section's chunk, without a report around them."""

from govbrief_schemas.report import Chunk, Role, Sentence, Span


def chunk(*texts: str, role: Role = Role.ACHIEVEMENT) -> Chunk:
    """The texts as sentences that follow each other."""
    sentences, at = [], 0
    for text in texts:
        sentences.append(Sentence(Span(at, at + len(text)), text))
        at += len(text)
    return Chunk(id="00/00", section=0, role=role, heading_path=("一、主要工作",), sentences=tuple(sentences))

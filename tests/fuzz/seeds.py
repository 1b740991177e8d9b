"""Writes sound files of every format as inputs that fuzzing begins from: `python -m tests.fuzz.seeds FOLDER`.

Without them a web page, a Word file's main part or a PDF would have to be found by chance.
"""

import io
import sys
import zipfile
from pathlib import Path

from tests.support.office import as_docx, as_html, as_pdf

TEXT = (
    "白榆市2023年法治政府建设年度报告\n一、主要做法\n办理案件1726件，增长5.2%。\n二、下一步打算\n加强监督。\n"
)
TABLE = "\n<table><tr><td colspan=2>指标</td></tr><tr><td>案件</td><td>26</td></tr></table>"


def seeds() -> dict[str, bytes]:
    """Name to input; its first byte says which reader it is for, as `fuzz_outline` has it."""
    with zipfile.ZipFile(io.BytesIO(as_docx(TEXT))) as archive:
        word = archive.read("word/document.xml")
    return {
        "bytes": b"b" + TEXT.encode("gb18030"),
        "markdown": b"m" + f"# {TEXT}\n- **a** [b](c) ~~d~~ `e`\n".encode(),
        "page": b"h" + as_html(TEXT).replace(b"</body>", TABLE.encode() + b"</body>"),
        "word": b"w" + word,
        "pdf": b"p" + as_pdf(TEXT),
    }


def main() -> None:
    """Write them."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in seeds().items():
        (folder / f"seed-{name}").write_bytes(data)


if __name__ == "__main__":
    main()

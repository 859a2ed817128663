"""Paragraphs as a Word document that people can still change, print and sign.

Written here because a document of paragraphs is three small parts in a zip; a library would bring a thousand.
Source: ECMA-376 part 1 (WordprocessingML), part 2 (packaging).
"""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from jingwei.domains.joint.rules.agreement import Paragraph

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.main+xml"/></Types>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1701" w:right="1474" w:bottom="1701" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>'
    "</w:sectPr>"
)
"""A4, margins as offices use them, in twentieths of a point."""
MOMENT = (2000, 1, 1, 0, 0, 0)
"""In the zip instead of the time of writing, so that the same words are the same bytes."""


def document_of(paragraphs: Sequence[Paragraph]) -> bytes:
    """The document as a .docx file."""
    body = "".join(map(_paragraph, paragraphs))
    document = f'{HEAD}<w:document xmlns:w="{MAIN}"><w:body>{body}{PAGE}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in (
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELATIONS),
            ("word/document.xml", document),
        ):
            made.writestr(zipfile.ZipInfo(name, MOMENT), content.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _paragraph(one: Paragraph) -> str:
    place = "center" if one.is_title else "right" if one.is_right else "both"
    indent = "" if one.is_title or one.is_right else '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    size, font = (44, "方正小标宋简体") if one.is_title else (32, "黑体" if one.is_heading else "仿宋")
    face = f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"/>'
    run = f'<w:rPr>{face}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    return (
        f'<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>{indent}<w:jc w:val="{place}"/></w:pPr>'
        f'<w:r>{run}<w:t xml:space="preserve">{escape(one.words)}</w:t></w:r></w:p>'
    )

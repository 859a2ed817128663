"""PDFs: opened, searched for anything that acts by itself, written anew without who made them."""

import io

import pikepdf

from jingwei.foundation.files.rules.refusals import DocumentActive, DocumentLocked, NotADocument

ACTIVE_KEYS = {
    "/JavaScript",
    "/JS",
    "/Launch",
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/RichMedia",
    "/XFA",
    "/AA",
}
ACTIVE_ACTIONS = {
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/Rendition",
    "/Movie",
    "/Sound",
    "/GoToE",
}
METADATA_KEYS = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb")


def clean_document(content: bytes) -> bytes:
    """The PDF rewritten without metadata. Pictures inside are not masked: documents are never published unseen.

    Raises: NotADocument, DocumentLocked, DocumentActive.
    """
    try:
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                raise DocumentLocked
            if not len(pdf.pages):
                raise NotADocument
            found = sorted({name for thing in pdf.objects for name in _active_names(thing)})
            if found:
                raise DocumentActive(found="、".join(name.lstrip("/") for name in found))
            return _rewritten(pdf)
    except pikepdf.PasswordError as fault:
        raise DocumentLocked from fault
    except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError) as fault:
        raise NotADocument from fault


def _active_names(thing: pikepdf.Object) -> set[str]:
    """Names of active content in one indirect object and what stands directly inside it."""
    found: set[str] = set()
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += [part for part in one if _is_nested(part)]
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            keys = set(one.keys())
            found |= keys & ACTIVE_KEYS
            action = one.get("/S")
            if isinstance(action, pikepdf.Name) and str(action) in ACTIVE_ACTIONS:
                found.add(str(action))
            waiting += [part for key in keys if _is_nested(part := one[key])]
    return found


def _is_nested(part: object) -> bool:
    """Whether a part stands inside its parent; indirect ones come by themselves in ``pdf.objects``."""
    return isinstance(part, pikepdf.Array | pikepdf.Dictionary) and not part.is_indirect


def _rewritten(pdf: pikepdf.Pdf) -> bytes:
    for holder in (pdf.Root, *pdf.pages):
        for key in METADATA_KEYS:
            if key in holder:
                del holder[key]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()

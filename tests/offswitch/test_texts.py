"""The files of classify and judge: CSV in, CSV or JSON lines out."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from offswitch import texts
from offswitch.cli import app
from offswitch_recording.errors import BadInput

runner = CliRunner()
JUDGED = {"purpose": "ads", "purpose_probability": 0.9, "polarity": "on_invasive", "polarity_probability": 0.8}


def test_rows_come_back_as_they_were_with_what_the_model_adds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.csv"
    file.write_text('\ufeffid,label,mine\n7,"Ads, made ""for you""",kept\n', encoding="utf-8")
    header, rows = texts.read(file, texts.CONTROLS)
    texts.write(header, [{**rows[0], **JUDGED, "preselected": None}], texts.CONTROLS, json_lines=False)
    assert capsys.readouterr().out == (
        "id,label,mine,purpose,purpose_probability,polarity,polarity_probability,preselected\n"
        '7,"Ads, made ""for you""",kept,ads,0.9,on_invasive,0.8,\n'
    )
    texts.write(header, [{**rows[0], **JUDGED, "preselected": 0.1}], texts.CONTROLS, json_lines=True)
    assert json.loads(capsys.readouterr().out) == {"id": "7", "label": 'Ads, made "for you"', "mine": "kept", **JUDGED,
                                                   "preselected": 0.1}  # fmt: skip


def test_sentences_come_back_with_their_pattern(tmp_path: Path) -> None:
    file = tmp_path / "sentences.csv"
    file.write_text('id,text,mine\n1,"No thanks, I enjoy paying full price",a\n2,Language,b\n3,,c\n', encoding="utf-8")
    answer = runner.invoke(app, ["judge", str(file)])
    assert answer.exit_code == 0, answer.output
    header, first, second, third = csv.reader(io.StringIO(answer.stdout))
    assert header == ["id", "text", "mine", "pattern", "probability"]
    assert first[:4] == ["1", "No thanks, I enjoy paying full price", "a", "emotional-steering"]
    assert (second[2:4], third[2:4]) == (["b", "none"], ["c", "none"])
    assert 0 < float(first[4]) <= 1
    lines = runner.invoke(app, ["judge", "-", "--format", "jsonl"], input=file.read_text(encoding="utf-8")).stdout
    assert [json.loads(line)["pattern"] for line in lines.splitlines()] == ["emotional-steering", "none", "none"]
    assert runner.invoke(app, ["judge", "-"], input="id,text\n").stdout == "id,text,pattern,probability\n"


def test_a_file_of_sentences_that_does_not_fit_says_how(tmp_path: Path) -> None:
    (tmp_path / "labels.csv").write_text("id,label\n1,a\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"no column text .* column names: id,text\.$"):
        texts.read(tmp_path / "labels.csv", texts.SENTENCES)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "the file is empty"),
        (b"id,text\n1,a\n", "no column label"),
        (b"id,label\n1\n", "another number of cells"),
        (b"id,label\n1,2,3\n", "another number of cells"),
        (b'id,label\n1,"a\n', "no CSV"),
        (b"id,label\n1,\xff\n", "not UTF-8"),
        (b"PK\x03\x04\x00\x00", "no column id"),
    ],
)
def test_bad_files(tmp_path: Path, raw: bytes, says: str) -> None:
    file = tmp_path / "bad.csv"
    file.write_bytes(raw)
    with pytest.raises(BadInput, match=says):
        texts.read(file, texts.CONTROLS)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no such file .* Name a CSV file"):
        texts.read(tmp_path / "none.csv", texts.CONTROLS)
    with pytest.raises(BadInput, match="cannot be read"):
        texts.read(tmp_path, texts.CONTROLS)


def test_a_file_in_another_encoding_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "latin.csv").write_bytes("id,label\n1,Käufer\n".encode("latin-1"))
    with pytest.raises(BadInput, match=r"not UTF-8: .* Save it as UTF-8"):
        texts.read(tmp_path / "latin.csv", texts.CONTROLS)

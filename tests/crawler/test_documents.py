"""Texts that a profile names are read at the end of a walk and kept as plain text with their SHA-256."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from offswitch_crawler.profile import Profile, load
from offswitch_recording import folder, manifest
from offswitch_recording.errors import BadInput

SWITCH = "<h1>Settings</h1><label><input type=checkbox> Dark mode</label>"


def test_documents_are_kept_as_text_and_sealed(pages: Any, walk_to: Any) -> None:
    evil = "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><script>document.cookie = 'token=s3cret'; fetch('/w', {method: 'POST'})</script>"
    pages.add("/privacy", f"<h1>Privacy policy</h1><p>We train on what you write.</p>{evil}")
    url = pages.add("/", SWITCH)
    wanted = {"policy": "/privacy?session=abc", "faq": "/help/ai", "away": "http://nowhere.invalid/x"}
    walked = walk_to(url, profile=Profile(documents=wanted, ignore_robots=True))
    policy, faq, away = folder.read(walked.folder).documents
    kept = (walked.folder / policy.file).read_bytes()
    assert kept.decode() == "Privacy policy\n\nWe train on what you write.\n\n<script>alert(1)</script>\n"
    assert policy.sha256 == hashlib.sha256(kept).hexdigest() and policy.fetched_at and policy.title == "/privacy"
    assert (policy.status, policy.why_not, "abc" in policy.url) == (200, "", False)
    assert (faq.status, faq.file, faq.why_not) == (404, "", "the site answered with status 404")
    assert away.status is None and away.why_not and away.file == ""
    assert policy.file in (walked.folder / manifest.NAME).read_text() and not manifest.differences(walked.folder)
    assert len(walked.recording.screens) == 1 and pages.writes == []
    assert not any(b"s3cret" in p.read_bytes() for p in walked.folder.rglob("*.*"))


@pytest.mark.parametrize("name", ["../policy", "a/b", "Policy", "", "x" * 41])
def test_the_name_of_a_document_is_that_of_a_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "p.yaml").write_text(f'documents: {{"{name}": /privacy}}')
    with pytest.raises(BadInput, match="documents"):
        load(tmp_path / "p.yaml")

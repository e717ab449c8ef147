"""Lists and files agree: languages, patterns, ontology, corpus."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from offswitch_classifier import corpus, ontology
from offswitch_classifier.lexicon import CODES, ROLES, SUBJECTS, WORDING, load
from offswitch_classifier.model import PATTERNS as ESTIMATORS
from offswitch_classifier.patterns import LEARNT, PATTERNS, UNSEEN, page
from offswitch_classifier.phrases import KEYS
from offswitch_recording.words import Polarity, Purpose, Slug

CORPUS = Path(__file__).parents[2] / "classifier" / "corpus"
HEADINGS = (
    "What it is", "Why it matters", "How it is measured", "Deceptive", "Fair", "What it does not catch", "References",
)  # fmt: skip
LANGUAGES = files("offswitch_classifier").joinpath("languages")


def test_every_language_has_its_file():
    assert {f.name for f in LANGUAGES.iterdir()} == {f"{c}.yaml" for c in CODES}


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_the_same_keys_and_only_text(code):
    data = yaml.safe_load(LANGUAGES.joinpath(f"{code}.yaml").read_text(encoding="utf-8"))
    assert tuple(data) == (*ROLES, "subjects", "wording", *KEYS)
    assert all(data[key] and all(isinstance(w, str) and w for w in data[key]) for key in KEYS)
    assert tuple(data["subjects"]) == tuple(Purpose)
    assert tuple(data["wording"]) == WORDING
    assert all(isinstance(e, str) and e for entries in load(code).values() for e in entries)
    assert all(isinstance(e, str) and e for entries in load(code, wording=True).values() for e in entries)
    assert set(load(code)) == {*ROLES, *SUBJECTS}
    assert set(load(code, wording=True)) == {*ROLES, *WORDING}


@pytest.mark.parametrize("module", PATTERNS, ids=lambda m: m.PATTERN.slug)
def test_a_pattern_is_whole(module):
    assert module.__name__.rsplit(".", 1)[1] == module.PATTERN.slug.replace("-", "_")
    assert tuple(re.findall(r"^## (.+)$", module.__doc__, re.M)) == HEADINGS
    assert (module.PATTERN.ontology, module.PATTERN.edpb) == ontology.entry(module.PATTERN.slug)[1:3]
    assert not re.search(r"unlawful|illegal", module.__doc__ + module.PATTERN.sentence)
    assert {"subjects", "features", "evidence", "severity", "share", "slots"} <= set(vars(module))


@pytest.mark.parametrize("module", LEARNT, ids=lambda m: m.PATTERN.slug)
def test_a_pattern_that_is_learnt_begins_at_a_prior_that_keeps_its_directions(module):
    learnt = module.LEARNT
    assert tuple(learnt.directions) == tuple(learnt.prior)
    assert all(learnt.prior[name] * direction >= 0 for name, direction in learnt.directions.items())
    assert module.PATTERN.estimator in ESTIMATORS


def test_every_slug_is_judged_or_said_to_be_unseen():
    assert {m.PATTERN.slug for m in PATTERNS} | set(UNSEEN) == set(Slug)
    assert len(ESTIMATORS) == len(LEARNT)


@pytest.mark.parametrize("slug", Slug)
def test_every_slug_has_a_page(slug):
    judged = slug in {m.PATTERN.slug for m in PATTERNS}
    assert page(slug).startswith(f"# {slug}\n")
    assert ("not judged yet" in page(slug)) != judged


def test_an_unknown_slug_has_none():
    with pytest.raises(ValueError, match="no-such"):
        page("no-such")


def test_the_ontology_knows_every_purpose():
    assert all(ontology.allows(p) for p in Purpose)


def test_the_corpus_fits_its_columns():
    rows = corpus.read(CORPUS)
    assert {r["purpose"] for r in rows} == set(Purpose)
    assert {r["polarity"] for r in rows} == set(Polarity)
    assert {r["language"] for r in rows} == set(CODES)


def test_preselected_follows_from_state_polarity_and_need():
    for r in corpus.read(CORPUS):
        if r["state"] in {"on", "off"} and not r["options"]:
            away = r["polarity"] == ("on_invasive" if r["state"] == "on" else "off_invasive")
            assert (r["preselected"] == "yes") == (away and r["essential"] == "no"), r

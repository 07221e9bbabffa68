"""What a word can be as a verb form."""

import pytest

from claimtrack.german.verbs import Form, read, rejoin

PAST = Form.INDICATIVE | Form.SINGULAR | Form.PAST


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("sagt", "sagen", Form.INDICATIVE | Form.SINGULAR),
        ("kam", "kommen", PAST),
        ("ging", "gehen", PAST),
        ("sei", "sein", Form.K1 | Form.SINGULAR),
        ("seien", "sein", Form.K1 | Form.PLURAL),
        ("habe", "haben", Form.K1 | Form.SINGULAR),
        ("müsse", "müssen", Form.K1 | Form.SINGULAR),
        ("gehe", "gehen", Form.K1 | Form.SINGULAR),
        ("lese", "lesen", Form.K1 | Form.SINGULAR),
        ("werde", "werden", Form.K1 | Form.SINGULAR),
        ("wäre", "sein", Form.K2 | Form.SINGULAR),
        ("hätte", "haben", Form.K2 | Form.SINGULAR),
        ("käme", "kommen", Form.K2 | Form.SINGULAR),
        ("läse", "lesen", Form.K2 | Form.SINGULAR),
        ("würde", "werden", Form.K2 | Form.SINGULAR),
        ("mitgeteilt", "mitteilen", Form.PARTICIPLE),
        ("festzustellen", "feststellen", Form.ZU),
        ("gehen", "gehen", Form.INDICATIVE | Form.PLURAL | Form.INFINITIVE),
        ("sagte", "sagen", PAST | Form.EITHER),
        ("weiterberichtete", "weiterberichten", PAST | Form.EITHER),
        ("prognostizierte", "prognostizieren", PAST | Form.EITHER),
        ("bedaure", "bedauern", Form.K1 | Form.SINGULAR),
        ("stürben", "sterben", Form.K2 | Form.PLURAL),
        ("hülfe", "helfen", Form.K2 | Form.SINGULAR),
        ("ständen", "stehen", Form.K2 | Form.PLURAL),
        ("verfolgten", "verfolgen", Form.INDICATIVE | Form.PLURAL | Form.PAST | Form.EITHER),
    ],
)
def test_forms(word: str, lemma: str, form: Form) -> None:
    verb = read(word)
    assert verb is not None
    assert lemma in verb.lemmas
    assert Form(verb.form) == form


@pytest.mark.parametrize("word", ["brücke", "montag", "xyz", "zu", "", "12", "polizei"])
def test_no_verbs(word: str) -> None:
    assert read(word) is None


@pytest.mark.parametrize(
    ("prefix", "verb", "whole"),
    [
        ("mit", "teilen", "mitteilen"),
        ("bekannt", "geben", "bekanntgeben"),
        ("zurück", "weisen", "zurückweisen"),
        ("hin", "weisen", "hinweisen"),
        ("vor", "werfen", "vorwerfen"),
        ("auf", "fordern", "auffordern"),
        ("an", "kündigen", "ankündigen"),
        ("quer", "teilen", None),
    ],
)
def test_separable_verbs_are_rejoined(prefix: str, verb: str, whole: str | None) -> None:
    assert rejoin(prefix, verb) == whole

"""An estimator of some columns says the same as one that is given those alone, and its weights are padded to all."""

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from offswitch_classifier.span import Span

X = np.random.default_rng(0).normal(size=(40, 6)).astype(np.float32)
Y = np.array(["a", "b"])[(X[:, 4] > 0).astype(int)]


def test_only_its_columns_are_seen():
    whole = Span(LogisticRegression(), -2).fit(csr_matrix(X), Y)
    alone = LogisticRegression().fit(X[:, -2:], Y)
    assert np.allclose(whole.predict_proba(csr_matrix(X)), alone.predict_proba(X[:, -2:]))


def test_weights_of_other_columns_are_nothing():
    whole = Span(LogisticRegression(), 0, -2).fit(csr_matrix(X), Y)
    padded = whole.padded(whole.estimator_.coef_.T)
    assert padded.shape == (6, 1)
    assert not padded[4:].any()
    assert padded[:4].all()

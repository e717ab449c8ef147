"""Estimators on numbers pass scikit-learn's own checks."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.utils.estimator_checks import parametrize_with_checks

from offswitch_classifier.monotone import MonotoneLogistic
from offswitch_classifier.tempered import Tempered, best_temperature, tempered


@parametrize_with_checks([MonotoneLogistic(), Tempered([LogisticRegression()], 1.5)])
def test_sklearn_conventions(estimator, check):
    check(estimator)


@pytest.fixture
def rows():
    random = np.random.default_rng(0)
    x = random.normal(size=(300, 3))
    return x, (x @ [1, -1, 0] + random.normal(size=300) > 0).astype(int)


def test_a_weight_never_takes_the_forbidden_sign(rows):
    x, y = rows
    fitted = MonotoneLogistic((-1, -1, 0)).fit(x, y)
    assert fitted.coef_[0] == 0
    assert fitted.coef_[1] < 0


def test_effects_add_up_to_the_log_odds(rows):
    x, y = rows
    fitted = MonotoneLogistic().fit(x, y)
    probabilities, effects = fitted.explained(x)
    assert np.allclose(effects.sum(axis=1) + fitted.intercept_, fitted.decision_function(x))
    assert np.allclose(probabilities, fitted.predict_proba(x)[:, 1])


def test_temperature_is_found_again(rows):
    x, y = rows
    p = LogisticRegression().fit(x[:150], y[:150]).predict_proba(x[150:])
    sure = tempered(p, 0.25)
    found = best_temperature(sure, y[150:], np.array([0, 1]))
    assert found > 2.5
    assert np.array_equal(tempered(sure, found).argmax(axis=1), p.argmax(axis=1))


def test_few_rows_leave_a_prior_nearly_where_it_is_and_many_move_it():
    prior = (2.0, 0.0, -1.0)
    few = MonotoneLogistic((1, 0), C=0.1, prior=prior).fit([[0.0, 1.0], [1.0, 0.0]], [0, 1])
    assert few.coef_[0] == pytest.approx(2, abs=0.2)
    random = np.random.default_rng(0)
    x = random.normal(size=(3000, 2))
    many = MonotoneLogistic((1, 0), C=0.1, prior=prior).fit(x, (x[:, 1] + 0.3 * random.normal(size=3000) > 0).astype(int))
    assert many.coef_[1] > 1
    assert many.coef_[0] < 1


def test_with_a_prior_too_the_effects_add_up_to_the_log_odds(rows):
    x, y = rows
    fitted = MonotoneLogistic(prior=(1.0, -1.0, 0.0, 0.5)).fit(x, y)
    probabilities, effects = fitted.explained(x)
    assert np.allclose(probabilities, fitted.predict_proba(x)[:, 1])
    assert np.allclose(effects.sum(axis=1) + fitted.intercept_, fitted.decision_function(x))

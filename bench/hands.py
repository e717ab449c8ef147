"""Whether patterns are found on twins by a hand that wrote none of what they were learnt from: each training hand left out once.

python bench/hands.py [HAND…]     learns the patterns from the training recordings of the other hands and prints for each hand
                                  how many pairs cross at the 1 % threshold, what each missed pair shows of its subject, and
                                  the alarms of fair pages (all hands: some five minutes)
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from offswitch_classifier import screens
from offswitch_classifier.facts import Facts
from offswitch_classifier.judging import Judgement, judgements
from offswitch_classifier.model import Models, shipped
from offswitch_classifier.patterns import PATTERNS
from offswitch_classifier.screens import Example, is_meant

ROOT = Path(__file__).parents[1]
SURE = "1%"


def hand_of(group: str) -> str:
    """The letter of who wrote a twin; empty for a recording of an ordinary site, which every hand learns from."""
    truth = ROOT / "fixtures/twins" / group / "truth.json"
    return str(json.loads(truth.read_text(encoding="utf-8"))["hand"]) if truth.is_file() else ""


def without(hand: str, of: screens.Tables, examples: list[Example], models: Models) -> Models:
    """Models whose patterns never saw what a hand wrote."""
    others = [e for e in examples if hand_of(e.group) != hand]
    groups = {e.group for e in others}
    learnt, limits = screens.learn({slug: rows.of(groups) for slug, rows in of.items()}, others)
    return Models({**models.estimators, **learnt}, models.version, thresholds={**models.thresholds, **limits})


def judged(facts: Facts, models: Models) -> list[Judgement]:
    """What all patterns say of a recording."""
    return [j for module in PATTERNS for j in judgements(module, facts, models)[0]]


def main() -> None:
    """Learn, judge and print."""
    models, examples = shipped(), screens.read(ROOT / "classifier/corpus")
    read = screens.with_facts(models, examples)
    of = screens.tables(read)
    hands = sys.argv[1:] or sorted({hand_of(e.group) for e in examples} - {""})
    crossed: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    alarmed: Counter[bool] = Counter()
    for hand in hands:
        learnt = without(hand, of, examples, models)
        sides: dict[str, dict[str, tuple[Example, list[Judgement]]]] = defaultdict(dict)
        for example, facts in read:
            if hand_of(example.group) == hand:
                sides[example.group][example.name.rsplit("--", 1)[1]] = example, judged(facts, learnt)
        print(f"hand {hand}")
        for group, found in sides.items():
            if "deceptive" in found and "fair" in found:
                slug = str(found["deceptive"][0].pattern)
                pairs[slug] += 1
                crossed[slug] += _crosses(group, found, learnt)
            for side in found.keys() & {"fair", "page"}:
                alarmed[_alarms(f"{group} {side}", found[side][1], learnt)] += 1
    for slug in pairs:
        print(f"{slug:26} {crossed[slug]}/{pairs[slug]} cross")
    print(f"all {crossed.total()}/{pairs.total()} cross; fair pages with an alarm {alarmed[True]}/{alarmed.total()}")


def _crosses(group: str, found: dict[str, tuple[Example, list[Judgement]]], models: Models) -> bool:
    slug, label = found["deceptive"][0].pattern, found["deceptive"][0].label
    limit = models.thresholds[str(slug)][SURE]
    most = {
        side: max((j.probability for j in js if j.module.PATTERN.slug == slug), default=0.0)
        for side, (_, js) in found.items()
    }
    crosses = most["deceptive"] >= limit > most["fair"]
    if not crosses:
        meant = [j for j in found["deceptive"][1] if j.module.PATTERN.slug == slug and is_meant(label, j.subject)]
        best = max(meant, key=lambda j: j.probability, default=None)
        shown = {k: round(f.value, 2) for k, f in best.features.items() if f.value} if best else "no subject"
        at = {side: round(p, 3) for side, p in most.items()}
        print(f"  missed {group} {label[:60]!r} {at}, share {best.share if best else 0:.2f}: {shown}")
    return crosses


def _alarms(name: str, of: list[Judgement], models: Models) -> bool:
    sure = [j for j in of if j.probability >= models.thresholds[str(j.module.PATTERN.slug)][SURE]]
    for j in sure:
        print(f"  alarm {name}: {j.probability:.2f} {j.module.PATTERN.sentence.format(**j.module.slots(j.subject))[:150]}")
    return bool(sure)


if __name__ == "__main__":
    main()

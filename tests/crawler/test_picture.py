"""The network that reads a control's picture: its file, and the same answers as before on kept crops. No browser."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from offswitch_crawler.controls import picture
from offswitch_crawler.controls.crops import FEATURES, HIGH, WIDE, canonical, features
from offswitch_crawler.controls.picture import SURE, cut_out, load, shipped, tell

CROPS = Path(__file__).parent / "crops"
FILE = Path(picture.__file__).parents[1] / "models" / "state_from_picture.npz"
EXPECTED = json.loads((CROPS / "expected.json").read_text(encoding="utf-8"))


def test_the_file_is_small_and_holds_arrays_alone() -> None:
    assert FILE.stat().st_size < 300_000
    with np.load(FILE, allow_pickle=False) as kept:
        assert all(kept[name].dtype == np.float16 for name in kept.files)
    network = shipped()
    assert network.mean.shape == network.spread.shape == (FEATURES,)
    assert all(len(into) == FEATURES and last.shape == (4,) for into, _, _, last in network.layers)


def test_a_file_that_needs_pickles_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "bad.npz", mean=np.array([{}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle=False"):
        load(tmp_path / "bad.npz")


@pytest.mark.parametrize("name", EXPECTED)
def test_a_kept_crop_gets_the_same_answer(name: str, request: pytest.FixtureRequest) -> None:
    with Image.open(CROPS / f"{name}.png") as image:
        told = tell([(image, False)])[0]
    now = {"on": round(told.on, 3), "off": round(told.off, 3), "mixed": round(told.mixed, 3)}
    if request.config.getoption("--update-goldens"):
        EXPECTED[name] = now
        (CROPS / "expected.json").write_text(json.dumps(EXPECTED, indent=1) + "\n", encoding="utf-8")
    assert sum(now.values()) == pytest.approx(1, abs=0.01)
    assert now == pytest.approx(EXPECTED[name], abs=0.01)
    state = name.split("-", maxsplit=1)[0]
    assert told.best[1] < SURE if state == "unclear" else told.best[0] == state


def test_what_is_on_at_the_left_of_a_mirrored_page_is_on() -> None:
    with Image.open(CROPS / "off-pill.png") as image:
        assert tell([(image, True)])[0].best[0] == "on"


def test_size_room_and_scale_do_not_count() -> None:
    with Image.open(CROPS / "on-pill.png") as small:
        large = small.convert("RGB").resize((small.width * 3, small.height * 3))
    room = Image.new("RGB", (large.width + 60, large.height + 30), large.getpixel((0, 0)))
    room.paste(large, (30, 15))
    pixels, ground = canonical(room)
    assert pixels.shape == (HIGH, WIDE, 3) and features(pixels, ground).shape == (FEATURES,)
    assert all(t.best[0] == "on" for t in tell([(large, False), (room, False)]))


def test_blank_pictures_and_boxes_outside_tell_nothing() -> None:
    blank = Image.new("RGB", (44, 24), (250, 250, 250))
    assert tell([(blank, False)])[0].best == ("on", 0.5)
    assert tell([]) == []
    assert cut_out(blank, (10, 10, 60, 20)) is None and cut_out(blank, (-5, 2, 20, 20)) is None


def test_the_crawler_never_imports_what_trained_it() -> None:
    program = (
        "import sys\nfrom PIL import Image\nimport offswitch_crawler.walk\nfrom offswitch_crawler.controls.picture import tell\n"
        "tell([(Image.new('RGB', (44, 24)), False)])\nprint([m for m in ('sklearn', 'scipy') if m in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert answer.stdout.strip() == "[]", answer.stderr

"""`offswitch score`: recording to findings."""

from offswitch.commands import options as o


def score(
    folder: o.Folder,
    fail_on: o.FailOn = None,
    require_complete: o.RequireComplete = False,
    allow_incomplete: o.AllowIncomplete = False,
    quiet: o.Quiet = False,
    json: o.Json = False,
) -> None:
    """Score a recording: purpose and polarity of every control, and the deceptive patterns. No browser, no network."""
    from offswitch import altered, api, crash, verdict
    from offswitch.ending import Output, end
    from offswitch.fail_on import parse
    from offswitch_recording import folder as folders

    rules = [parse(text) for text in fail_on or ()]
    complete = o.require_complete(require_complete, fail_on, allow_incomplete)
    recording = folders.read(folder)
    with crash.beside(folder):
        findings = api.score(folder)
    altered.warn(folder)
    outcome = verdict.judge(recording, findings, rules=rules, require_complete=complete)
    end(recording, findings, outcome, output=Output(quiet, json), folder=folder)

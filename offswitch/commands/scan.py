"""`offswitch scan`: walk, score, draw, report."""

from offswitch.commands import options as o


def scan(
    url: o.Url,
    out: o.Out,
    profile: o.ProfileFile = None,
    only: o.Only = None,
    exclude: o.Exclude = None,
    max_depth: o.MaxDepth = None,
    max_screens: o.MaxScreens = 200,
    max_seconds: o.MaxSeconds = 900,
    pages: o.Pages = 1,
    rate: o.Rate = None,
    browser: o.Browser = "chromium",
    executable: o.Executable = None,
    user_data_dir: o.UserDataDir = None,
    headed: o.Headed = False,
    ignore_robots: o.IgnoreRobots = False,
    user_agent: o.UserAgent = "",
    contact: o.Contact = "",
    fail_on: o.FailOn = None,
    require_complete: o.RequireComplete = False,
    allow_incomplete: o.AllowIncomplete = False,
    quiet: o.Quiet = False,
    json: o.Json = False,
) -> None:
    """Walk a site's settings, score what was seen, draw the scored screenshots and write report.html: the main job."""
    from offswitch import api, crash, progress, verdict
    from offswitch.ending import Output, end
    from offswitch.fail_on import parse
    from offswitch_crawler.options import Options

    rules = [parse(text) for text in fail_on or ()]
    complete = o.require_complete(require_complete, fail_on, allow_incomplete)
    visitor = o.profile(profile)
    how = Options(
        only=tuple(only or ()),
        exclude=tuple(exclude or ()),
        max_depth=max_depth,
        max_screens=max_screens,
        max_seconds=max_seconds,
        pages=pages,
        rate=rate,
        browser=browser,
        executable=executable,
        user_data_dir=user_data_dir,
        headed=headed,
        ignore_robots=ignore_robots,
        user_agent=user_agent,
        contact=contact,
    )
    with crash.beside(out), progress.shown(quiet=quiet) as on_event:
        made = api.scan(url, out, profile=visitor, options=how, on_event=on_event)
    outcome = verdict.judge(made.recording, made.findings, rules=rules, require_complete=complete)
    end(
        made.recording,
        made.findings,
        outcome,
        output=Output(quiet, json),
        folder=made.folder,
        manifest_sha256=made.manifest_sha256,
        reported=made.reported,
    )

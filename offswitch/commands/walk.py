"""`offswitch walk`: URL to recording."""

from offswitch.commands import options as o


def walk(
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
    require_complete: o.RequireComplete = False,
    quiet: o.Quiet = False,
    json: o.Json = False,
) -> None:
    """Walk a site's settings and write a recording: every control, how deep it lies, the state it was found in."""
    from offswitch import api, crash, progress, verdict
    from offswitch.ending import Output, end
    from offswitch_crawler.options import Options

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
        walked = api.walk(url, out, profile=visitor, options=how, on_event=on_event)
    outcome = verdict.judge(walked.recording, require_complete=require_complete)
    end(
        walked.recording,
        None,
        outcome,
        output=Output(quiet, json),
        folder=walked.folder,
        manifest_sha256=walked.manifest_sha256,
    )

"""Labels that name one option in the markup and the whole question to the eye: they stand before all options."""

from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.runs import Text


def labels_of(page: RawPage, group: list[RawNode]) -> list[RawNode]:
    """The labels of one option."""
    ats = dict.fromkeys(at for n in group for at in n.names.get("labels", ()))
    return [page.by_at[at] for at in ats if at in page.by_at]


def asking(page: RawPage, groups: list[list[RawNode]]) -> list[RawNode]:
    """The labels of a single option that ask the question: it has a label or text of its own beside it as well."""
    first = min(n.at for group in groups for n in group)
    before = [[label for label in labels_of(page, group) if label.end < first and label.spoken] for group in groups]
    named = [index for index, labels in enumerate(before) if labels]
    if len(groups) < 2 or len(named) != 1:
        return []
    group, found = groups[named[0]], before[named[0]]
    own = [label for label in labels_of(page, group) if label not in found and label.spoken]
    loose = [t for t in text_after(page, group, groups) if not _in_label(page, t)]
    return found if own or loose else []


def text_after(page: RawPage, group: list[RawNode], groups: list[list[RawNode]]) -> list[Text]:
    """What is written between an option and the next one, where they are siblings."""
    last = max(n.end for n in group)
    up = page.by_at.get(group[0].up)
    following = [n.at for g in groups for n in g if n.at > last]
    end = min(following, default=page.count)
    return [t for t in page.texts_in(up) if last < t.at < end] if up is not None else []


def _in_label(page: RawPage, text: Text) -> bool:
    node = page.innermost(text.at)
    return node is not None and any(n.tag == "label" for n in (node, *page.above(node)))

// What a document is now, to the letter: a name for its content, which changes with its markup, what its fields hold, what is ticked or on
// top, and what is drawn of its text; and how it stands: scrolled, sized, pointed at, focused. Long texts are compared where they are, in
// the world of our scripts: the browser does that faster than any sum of them could be made here.
const STATES = [":checked", ":indeterminate", ":disabled", ":modal", ":popover-open"];

const inState = (root, state) => {
  try {
    return [...allIn(root, state)];
  } catch {
    return []; // a browser that does not know it
  }
};

const MOST_CONTENTS = 16;

const nameOf = (content) => {
  const { contents } = memory;
  const name = contents.get(content) || `${memory.token} ${++memory.contentCount}`;
  contents.delete(content);
  contents.set(content, name);
  if (contents.size > MOST_CONTENTS) contents.delete(contents.keys().next().value);
  return name;
};

const imprint = () => {
  const [content, stand] = [[], []];
  const active = activeOf(document);
  const hovered = inState(document, ":hover").pop();
  const enter = (root) => {
    for (const e of root === document ? [documentElementOf(document)] : childrenIn(root)) {
      if (!e) continue;
      content.push(outerHtmlOf(e));
      if (e instanceof HTMLElement && tagOf(e) !== "style") content.push(innerTextOf(e));
    }
    const all = [...allIn(root, "*")];
    const place = new Map(all.map((e, i) => [e, i]));
    for (const state of STATES) content.push(inState(root, state).map((e) => place.get(e)).join());
    for (const e of all) {
      if (e instanceof HTMLInputElement) content.push(inputValueOf(e));
      if (e === active || e === hovered) stand.push(place.get(e));
      if (scrollTopOf(e) || scrollLeftOf(e)) stand.push([place.get(e), scrollTopOf(e), scrollLeftOf(e)]);
      const inner = shadowOf(e);
      if (inner) enter(inner);
    }
  };
  enter(document);
  content.push(location.href);
  stand.push([innerWidth, innerHeight]);
  return [nameOf(content.join("\n")), stand.join()];
};

// Whether the elements of a look are still those: others may have come in their place, with the same markup.
const standing = (uids) => uids.every((uid) => !uid || elementOf(uid));

// Once the page has drawn: what it does when it is scrolled, it does right before. A page that is not shown never draws.
const drawn = () => new Promise((resolve) => [requestAnimationFrame(resolve), setTimeout(resolve, 250)]);

// What a document is now, to the letter, as two sums: `content` changes with its markup, what its fields hold, what is ticked or on
// top, and what is drawn of its text; `stand` when it is scrolled, sized, pointed at or focused otherwise.
const STATES = [":checked", ":indeterminate", ":disabled", ":modal", ":popover-open"];

// Two sums by Fowler, Noll and Vo (32 bits, variant 1a), the second begun elsewhere.
const summed = () => {
  let [one, two] = [0x811c9dc5, 0x01000193];
  return {
    add(value) {
      const text = `${value}\n`;
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        one = Math.imul(one ^ code, 0x01000193);
        two = Math.imul(two ^ (code + i), 0x01000193);
      }
    },
    say: () => `${(one >>> 0).toString(36)}.${(two >>> 0).toString(36)}`,
  };
};

const inState = (root, state) => {
  try {
    return [...allIn(root, state)];
  } catch {
    return []; // a browser that does not know it
  }
};

const imprint = () => {
  const [content, stand] = [summed(), summed()];
  const active = activeOf(document);
  const hovered = inState(document, ":hover").pop();
  const enter = (root) => {
    for (const e of root === document ? [documentElementOf(document)] : childrenIn(root)) {
      if (!e) continue;
      content.add(outerHtmlOf(e));
      if (e instanceof HTMLElement && tagOf(e) !== "style") content.add(innerTextOf(e));
    }
    const all = [...allIn(root, "*")];
    const place = new Map(all.map((e, i) => [e, i]));
    for (const state of STATES) content.add(inState(root, state).map((e) => place.get(e)));
    for (const e of all) {
      if (e instanceof HTMLInputElement) content.add(inputValueOf(e));
      if (e === active || e === hovered) stand.add(place.get(e));
      if (scrollTopOf(e) || scrollLeftOf(e)) stand.add([place.get(e), scrollTopOf(e), scrollLeftOf(e)]);
      const inner = shadowOf(e);
      if (inner) enter(inner);
    }
  };
  enter(document);
  content.add(location.href);
  stand.add([innerWidth, innerHeight]);
  return [content.say(), stand.say()];
};

// Whether the elements of a look are still those: others may have come in their place, with the same markup.
const standing = (uids) => uids.every((uid) => !uid || elementOf(uid));

// Once the page has drawn: what it does when it is scrolled, it does right before. A page that is not shown never draws.
const drawn = () => new Promise((resolve) => [requestAnimationFrame(resolve), setTimeout(resolve, 250)]);

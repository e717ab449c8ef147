// What a page keeps in its two stores, as pairs of name and value; with `argument` it is first made so: names taken out, pairs put in.
const stores = (changes) =>
  ["localStorage", "sessionStorage"].map((name, at) => {
    let store;
    try {
      store = window[name];
    } catch {
      return []; // a document without an origin has none
    }
    const change = changes ? changes[at] : { remove: [], set: [] };
    for (const key of change.remove) store.removeItem(key);
    for (const [key, value] of change.set) store.setItem(key, value);
    return Object.entries(store);
  });

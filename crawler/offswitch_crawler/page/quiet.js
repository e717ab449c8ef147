// Resolves when the document has been still for `still` ms: same size, same number of nodes, same text length, fonts
// loaded, no finite animation running; parts that say they are filling get up to `busy` ms more. `cap` ms end it. To what such parts
// are left, where, or to nothing; those of `never`, which were left before, are not waited for.
const quiet = ({ still, busy, cap, never }) =>
  new Promise((resolve) => {
    const began = performance.now();
    let since = began;
    let last = "";
    const BUSY =
      "[aria-busy=true],[role=progressbar]:not([aria-valuenow]),[class*=spinner i],[class*=skeleton i],[class*=loading i],select:not(:has(option + option))";

    const shown = (e) => rectsOf(e).length > 0 && visible(e, { opacityProperty: true, visibilityProperty: true });

    const lengthOf = (e) => (e instanceof HTMLElement && tagOf(e) !== "style" ? innerTextOf(e).replace(/\d+/g, "#").length : 0);

    const measure = (root, sum) => {
      const elements = allIn(root, "*");
      sum.nodes += elements.length;
      sum.roots.push(root);
      // The text of the body is without what shadow roots draw.
      for (const e of root === document ? [] : childrenIn(root)) sum.text += lengthOf(e);
      for (const e of elements) {
        const inner = shadowRootOf(e);
        if (inner) measure(inner, sum);
      }
      for (const e of allIn(root, BUSY)) if (shown(e)) sum.busy.push(`${tagOf(e)} ${idOf(e)} ${attributeOf(e, "class")}`);
      return sum;
    };

    // A document speaks of its own animations only, not of those in shadow roots.
    const moving = (roots) =>
      roots.flatMap((r) => animationsOf(r)).some((a) => {
        const timing = a.effect && a.effect.getComputedTiming();
        return a.playState === "running" && timing && timing.iterations !== Infinity && timing.duration > 0;
      });

    const look = () => {
      const now = performance.now();
      const root = documentElementOf(document);
      const sum = { nodes: 0, text: bodyOf(document) ? lengthOf(bodyOf(document)) : 0, busy: [], roots: [] };
      if (root) measure(document, sum);
      const ready = readyOf(document) === "complete" && fontsOf(document).status === "loaded";
      const seen = [location.href, sum.nodes, sum.text, root ? scrollHeightOf(root) : 0].join();
      if (seen !== last || !ready || moving(sum.roots)) {
        last = seen;
        since = now;
      }
      const rests = now - since >= still;
      const left = sum.busy.length ? [location.href, ...sum.busy].join("\n") : "";
      const waits = left && !never.includes(left);
      if ((rests && (!waits || now - since >= busy)) || now - began >= cap) return resolve(left);
      setTimeout(look, 40);
    };
    look();
  });

// Resolves when the document has been still for `quiet` ms: same size, same number of nodes, same text length, fonts
// loaded, no finite animation running; parts that say they are filling get up to `busy` ms more. `cap` ms end it. To what such parts
// are left, where, or to nothing; those of `never`, which were left before, are not waited for.
({ quiet, busy, cap, never }) =>
  new Promise((resolve) => {
    const began = performance.now();
    let since = began;
    let last = "";
    const BUSY =
      "[aria-busy=true],[role=progressbar]:not([aria-valuenow]),[class*=spinner i],[class*=skeleton i],[class*=loading i],select:not(:has(option + option))";

    const shown = (e) => e.getClientRects().length > 0 && e.checkVisibility({ opacityProperty: true, visibilityProperty: true });

    const lengthOf = (e) => (e instanceof HTMLElement && e.localName !== "style" ? e.innerText.replace(/\d+/g, "#").length : 0);

    const measure = (root, sum) => {
      const elements = root.querySelectorAll("*");
      sum.nodes += elements.length;
      sum.roots.push(root);
      // The text of the body is without what shadow roots draw.
      for (const e of root === document ? [] : root.children) sum.text += lengthOf(e);
      for (const e of elements) if (e.shadowRoot) measure(e.shadowRoot, sum);
      for (const e of root.querySelectorAll(BUSY)) if (shown(e)) sum.busy.push(`${e.localName} ${e.id} ${e.getAttribute("class")}`);
      return sum;
    };

    // A document speaks of its own animations only, not of those in shadow roots.
    const moving = (roots) =>
      roots.flatMap((r) => r.getAnimations()).some((a) => {
        const timing = a.effect && a.effect.getComputedTiming();
        return a.playState === "running" && timing && timing.iterations !== Infinity && timing.duration > 0;
      });

    const look = () => {
      const now = performance.now();
      const root = document.documentElement;
      const sum = { nodes: 0, text: document.body ? lengthOf(document.body) : 0, busy: [], roots: [] };
      if (root) measure(document, sum);
      const ready = document.readyState === "complete" && (!document.fonts || document.fonts.status === "loaded");
      const seen = [location.href, sum.nodes, sum.text, root ? root.scrollHeight : 0].join();
      if (seen !== last || !ready || moving(sum.roots)) {
        last = seen;
        since = now;
      }
      const still = now - since >= quiet;
      const left = sum.busy.length ? [location.href, ...sum.busy].join("\n") : "";
      const waits = left && !never.includes(left);
      if ((still && (!waits || now - since >= busy)) || now - began >= cap) return resolve(left);
      setTimeout(look, 40);
    };
    look();
  })

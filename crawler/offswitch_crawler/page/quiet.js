// Resolves true when the document has been still for `quiet` ms: same size, same number of nodes, same text length, fonts
// loaded, no finite animation running; parts that say they are filling get up to `busy` ms more. Resolves false at `cap` ms.
({ quiet, busy, cap }) =>
  new Promise((resolve) => {
    const began = performance.now();
    let since = began;
    let last = "";
    const BUSY =
      "[aria-busy=true],[role=progressbar]:not([aria-valuenow]),[class*=spinner i],[class*=skeleton i],[class*=loading i],select:not(:has(option + option))";

    const shown = (e) => e.getClientRects().length > 0 && e.checkVisibility({ opacityProperty: true, visibilityProperty: true });

    const measure = (root, sum) => {
      const elements = root.querySelectorAll("*");
      sum.nodes += elements.length;
      sum.roots.push(root);
      for (const e of elements) if (e.shadowRoot) measure(e.shadowRoot, sum);
      if (!sum.busy) sum.busy = Array.prototype.some.call(root.querySelectorAll(BUSY), shown);
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
      const sum = { nodes: 0, busy: false, roots: [] };
      if (root) measure(document, sum);
      const ready = document.readyState === "complete" && (!document.fonts || document.fonts.status === "loaded");
      const text = document.body ? document.body.innerText.replace(/\d+/g, "#").length : 0;
      const seen = [location.href, sum.nodes, text, root ? root.scrollHeight : 0].join();
      if (seen !== last || !ready || moving(sum.roots)) {
        last = seen;
        since = now;
      }
      const still = now - since >= quiet;
      if (still && (!sum.busy || now - since >= busy)) return resolve(true);
      if (now - began >= cap) return resolve(false);
      setTimeout(look, 40);
    };
    look();
  })

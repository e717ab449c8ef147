// What a page asks the browser to load before anybody clicks passes by every route: its rules are taken away before they are read.
// The observer is told of a script right before the parser prepares it, and of one that a script adds before its rules are taken up.
new MutationObserver((records) => {
  const drop = (node) => {
    if (node instanceof HTMLScriptElement && /^\s*speculationrules\s*$/i.test(node.type)) node.remove();
  };
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      drop(node);
      if (node instanceof Element) node.querySelectorAll("script[type*=speculationrules i]").forEach(drop);
    }
  }
}).observe(document, { childList: true, subtree: true });

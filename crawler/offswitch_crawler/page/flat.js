// The flat tree: what is drawn, through shadow roots (closed ones as handed in) and slots.
const shadowOf = (e) => shadowRootOf(e) || memory.closed.get(e) || null;

const flatChildren = (e) => {
  const root = shadowOf(e);
  if (root) return childNodesOf(root);
  if (e instanceof HTMLSlotElement) {
    const assigned = e.assignedNodes();
    for (const n of assigned) memory.slots.set(n, e); // assignedSlot is null inside closed roots
    if (assigned.length) return assigned;
  }
  return childNodesOf(e);
};

const flatParent = (n) => {
  const slot = (nodeTypeOf(n) === 1 ? slotOf(n) : n.assignedSlot) || memory.slots.get(n);
  if (slot && slot.isConnected) return slot;
  const up = parentNodeOf(n);
  return up instanceof ShadowRoot ? up.host : up instanceof Element ? up : null;
};

const flatHas = (outer, inner) => {
  for (let e = inner; e; e = flatParent(e)) if (e === outer) return true;
  return false;
};

// The innermost element at a point of this frame's viewport.
const hitAt = (x, y) => {
  let hit = documentAt(document, x, y);
  for (;;) {
    const root = hit && shadowOf(hit);
    const inner = root && root.elementFromPoint(x, y);
    if (!inner || inner === hit || !root.contains(inner)) return hit;
    hit = inner;
  }
};

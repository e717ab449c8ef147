// What is kept between looks at one document, in the isolated world: numbers of elements, closed shadow roots
// handed in, which drawings are ticks, and what the document held when it was looked at.
const memory = (() => {
  const key = Symbol.for("offswitch.look");
  if (!globalThis[key]) {
    const kept = { uids: new WeakMap(), elements: new Map(), closed: new WeakMap(), asked: new WeakSet(), slots: new WeakMap(), ticks: new Map(),
      next: 1 + Math.floor(Math.random() * 2 ** 32) * 2 ** 16, // elements of the next document of a frame get other numbers
      contents: new Map(), contentCount: 0, token: String(Math.random()) };
    Object.defineProperty(globalThis, key, { value: kept, enumerable: false, configurable: true });
  }
  return globalThis[key];
})();

const connected = Object.getOwnPropertyDescriptor(Node.prototype, "isConnected").get; // a form's field may be called so

const uidOf = (e) => {
  let uid = memory.uids.get(e);
  if (!uid) {
    uid = memory.next++;
    memory.uids.set(e, uid);
    memory.elements.set(uid, new WeakRef(e));
  }
  return uid;
};

const elementOf = (uid) => {
  const kept = memory.elements.get(uid);
  const e = kept && kept.deref();
  return e && connected.call(e) ? e : null;
};

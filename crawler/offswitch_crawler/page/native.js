// Members of elements and documents, taken from the prototypes: fields and pictures that are named like them
// (`<input name=attributes>`) hide those of their form and of the document.
const getterOf = (of, name) => Object.getOwnPropertyDescriptor(of.prototype, name).get;
const got = (of, name) => {
  const get = getterOf(of, name);
  return (e) => get.call(e);
};
const done = (of, name) => {
  const act = of.prototype[name];
  return (e, ...given) => act.apply(e, given);
};

// The three that are asked most have a function each: a shared one cannot be made fast.
const localName = getterOf(Element, "localName");
const tagOf = (e) => localName.call(e);
const { getAttribute, hasAttribute } = Element.prototype;
const attributeOf = (e, name) => getAttribute.call(e, name);
const hasAttributeOf = (e, name) => hasAttribute.call(e, name);

const idOf = got(Element, "id");
const attributeListOf = got(Element, "attributes");
const childNodesOf = got(Node, "childNodes");
const childrenOf = got(Element, "children");
const childrenIn = got(DocumentFragment, "children");
const childCountOf = got(Element, "childElementCount");
const firstElementOf = got(Element, "firstElementChild");
const elementBeforeOf = got(Element, "previousElementSibling");
const parentNodeOf = got(Node, "parentNode");
const parentElementOf = got(Node, "parentElement");
const nodeTypeOf = got(Node, "nodeType");
const innerTextOf = got(HTMLElement, "innerText");
const outerHtmlOf = got(Element, "outerHTML");
const inputValueOf = got(HTMLInputElement, "value");
const textContentOf = got(Node, "textContent");
const shadowRootOf = got(Element, "shadowRoot");
const slotOf = got(Element, "assignedSlot");
const rootOf = done(Node, "getRootNode");
const [scrollTopOf, scrollLeftOf] = [got(Element, "scrollTop"), got(Element, "scrollLeft")];
const [scrollHeightOf, scrollWidthOf] = [got(Element, "scrollHeight"), got(Element, "scrollWidth")];
const [clientHeightOf, clientWidthOf] = [got(Element, "clientHeight"), got(Element, "clientWidth")];
const [offsetHeightOf, offsetWidthOf] = [got(HTMLElement, "offsetHeight"), got(HTMLElement, "offsetWidth")];
const [rectOf, rectsOf] = [done(Element, "getBoundingClientRect"), done(Element, "getClientRects")];
const [fits, closestOf] = [done(Element, "matches"), done(Element, "closest")];
const [allInElement, allInDocument, allInShadow] = [Element, Document, DocumentFragment].map((of) => done(of, "querySelectorAll"));
const allIn = (root, selector) =>
  nodeTypeOf(root) === 1 ? allInElement(root, selector) : root === document ? allInDocument(root, selector) : allInShadow(root, selector);

const [intoView, scrollToOf] = [done(Element, "scrollIntoView"), done(Element, "scrollTo")];
const visible = done(Element, "checkVisibility");
const methodOf = got(HTMLFormElement, "method");

const [bodyOf, documentElementOf, scrollingElementOf] = ["body", "documentElement", "scrollingElement"].map((name) => got(Document, name));
const [titleOf, readyOf, fontsOf, activeOf] = ["title", "readyState", "fonts", "activeElement"].map((name) => got(Document, name));
const [documentAnimations, shadowAnimations] = [done(Document, "getAnimations"), done(ShadowRoot, "getAnimations")];
const animationsOf = (root) => (root === document ? documentAnimations(root) : shadowAnimations(root));
const [documentAt, treeWalker] = [done(Document, "elementFromPoint"), done(Document, "createTreeWalker")];
const [documentById, shadowById] = [done(Document, "getElementById"), done(DocumentFragment, "getElementById")];
const byIdIn = (root, id) => (nodeTypeOf(root) === 9 ? documentById(root, id) : nodeTypeOf(root) === 11 ? shadowById(root, id) : null);
const screenMatrixOf = done(SVGGraphicsElement, "getScreenCTM");
const [lineLengthOf, linePointOf] = ["getTotalLength", "getPointAtLength"].map((name) => done(SVGGeometryElement, name));

// @ts-check

/**
 * A page as the server sent it, each node of it with the one that stands in the window for it. With that it becomes what
 * the server sends of it later without being loaded anew: only what differs between the two is touched, so that all else
 * stays that the reader opened, marked or typed and that the scripts of the site have added.
 */
class ServedPage {
  /** What a script of the site, or the browser, takes hold of when it comes with the page and never later. */
  static HELD = 'script, style, link, template, form, [data-copy]';
  /** The scripts of the site that bear it: they look for a thing when they need it, or learn of it by the event `cards`. */
  static BEARING = /\/(?:cards|copy|focus)\.\w+\.js$/;

  /** To be made before a script changes the page. */
  constructor() {
    this.sent = /** @type {Element} */ (document.documentElement.cloneNode(true));
    /** @type {WeakMap<Node, ChildNode>} What stands in the window for a node that was sent; a node that is gone is let go of. */
    this.shown = new WeakMap();
    this.pair(this.sent, document.documentElement);
    const scripts = [...document.querySelectorAll('script[src]:not([data-version])')];
    this.bears = scripts.every((script) => ServedPage.BEARING.test(/** @type {HTMLScriptElement} */ (script).src));
  }

  /**
   * Becomes a newer page, where that can be done whole; tells whether it was.
   * @param {string} html
   */
  become(html) {
    const newer = new DOMParser().parseFromString(html, 'text/html').documentElement;
    const changes = this.bears && ServedPage.hasSameTemplates(this.sent, newer) && this.changesOf(this.sent, newer);
    if (!changes) return false;
    for (const change of changes) change();
    document.dispatchEvent(new Event('cards'));
    return true;
  }

  /**
   * What makes a node that was sent the newer one; nothing where a script stands between.
   * @param {Node} sent
   * @param {Node} newer
   * @returns {(() => void)[] | null}
   */
  changesOf(sent, newer) {
    if (sent.isEqualNode(newer)) return [];
    const shown = this.inWindow(sent);
    if (!(sent instanceof Element && newer instanceof Element && shown instanceof Element)) {
      if (shown.nodeValue !== sent.nodeValue) return null;
      return [() => [sent, shown].forEach((node) => { node.nodeValue = newer.nodeValue; })];
    }
    if (sent.matches('style, [rel="stylesheet"], script:not([type="application/ld+json"], [data-version])')) return null;
    const attributes = this.changedAttributes(sent, newer, shown);
    const children = this.changedChildren(sent, newer, shown);
    return attributes && children && [...attributes, ...children];
  }

  /**
   * @param {Element} sent
   * @param {Element} newer
   * @param {Element} shown
   */
  changedAttributes(sent, newer, shown) {
    const names = new Set([...sent.getAttributeNames(), ...newer.getAttributeNames()]);
    const changed = [...names].filter((name) => sent.getAttribute(name) !== newer.getAttribute(name));
    if (changed.some((name) => shown.getAttribute(name) !== sent.getAttribute(name))) return null;
    return changed.map((name) => () => [sent, shown].forEach((element) => {
      const value = newer.getAttribute(name);
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }));
  }

  /**
   * What is equal at both ends stays, and what is the same there is changed; the newer takes the place of what is between.
   * @param {Element} sent
   * @param {Element} newer
   * @param {Element} shown
   */
  changedChildren(sent, newer, shown) {
    const [before, after] = [[...sent.childNodes], [...newer.childNodes]];
    const changes = [];
    /** @type {ChildNode | undefined} */
    let last;
    for (const isAlike of [ServedPage.isEqual, ServedPage.isSame]) {
      while (before.length > 0 && after.length > 0 && isAlike(before[0], after[0])) {
        last = before[0];
        changes.push(this.changesOf(/** @type {Node} */ (before.shift()), /** @type {Node} */ (after.shift())));
      }
      while (before.length > 0 && after.length > 0 && isAlike(before[before.length - 1], after[after.length - 1])) {
        changes.push(this.changesOf(/** @type {Node} */ (before.pop()), /** @type {Node} */ (after.pop())));
      }
    }
    if (before.length + after.length > 0) changes.push(this.exchange(before, after, sent, shown, last));
    return changes.includes(null) ? null : changes.flatMap((some) => some ?? []);
  }

  /**
   * @param {ChildNode[]} gone
   * @param {ChildNode[]} come
   * @param {Element} sent
   * @param {Element} shown
   * @param {ChildNode | undefined} last The one that stays before them.
   */
  exchange(gone, come, sent, shown, last) {
    if ([...gone, ...come].some(ServedPage.isHeld)) return null;
    const touched = [...gone, ...(last ? [last] : [])];
    if (touched.some((node) => this.inWindow(node).parentNode !== shown)) return null;
    return [() => {
      gone.forEach((node) => [this.inWindow(node), node].forEach((it) => it.remove()));
      const [kept, made] = [sent, shown].map(() => come.map((node) => document.importNode(node, true)));
      kept.forEach((node, at) => this.pair(node, made[at]));
      if (last) {
        this.inWindow(last).after(...made);
        last.after(...kept);
      } else {
        shown.prepend(...made);
        sent.prepend(...kept);
      }
    }];
  }

  /**
   * What a template holds is no child of it, and so escapes when nodes are compared.
   * @param {Element} one
   * @param {Element} other
   */
  static hasSameTemplates(one, other) {
    const [before, after] = [one, other].map((root) => [...root.querySelectorAll('template')].map(({ innerHTML }) => innerHTML));
    return before.length === after.length && before.every((html, at) => html === after[at]);
  }

  /** @param {Node} one @param {Node} other */
  static isEqual(one, other) {
    return one.isEqualNode(other);
  }

  /**
   * Whether one may be what the other has become: what has a name, only what has the same.
   * @param {Node} one
   * @param {Node} other
   */
  static isSame(one, other) {
    if (!(one instanceof Element && other instanceof Element)) return one.nodeType === other.nodeType;
    const names = ['id', 'data-claim', 'data-question', 'rel', 'name', 'property'];
    return one.localName === other.localName && names.every((name) => one.getAttribute(name) === other.getAttribute(name));
  }

  /** @param {Node} node */
  static isHeld(node) {
    return node instanceof Element && (node.matches(ServedPage.HELD) || node.querySelector(ServedPage.HELD) !== null);
  }

  /** @param {Node} sent */
  inWindow(sent) {
    return /** @type {ChildNode} */ (this.shown.get(sent));
  }

  /**
   * @param {Node} sent
   * @param {ChildNode} shown
   */
  pair(sent, shown) {
    this.shown.set(sent, shown);
    sent.childNodes.forEach((child, at) => this.pair(child, shown.childNodes[at]));
  }
}

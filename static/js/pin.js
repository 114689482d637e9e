// Gives every card two buttons: one pins its statement to the tray, which lives in this browser, one copies it with its source.
// A card gets them when it comes near the window, because a page of many cards would stand still while all get theirs.
(() => {
  const root = new URL('../../', /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const key = `tray:${root.pathname}`;
  const template = /** @type {HTMLTemplateElement | null} */ (document.querySelector('template[data-tools]'));
  if (!template) return;
  const words = template.dataset;
  const [tools, way] = /** @type {HTMLCollectionOf<HTMLElement>} */ (template.content.children);
  const status = /** @type {HTMLElement} */ (document.querySelector('[role="status"]'));
  const link = /** @type {HTMLAnchorElement} */ (way.firstElementChild);
  const folder = new URL(words.tools ?? '', location.href);
  link.href = new URL('..', folder).href;
  for (const found of tools.querySelectorAll('a')) found.href = link.href;

  const near = new IntersectionObserver((entries) => {
    const cards = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
    for (const card of cards) {
      near.unobserve(card);
      card.append(tools.cloneNode(true));
    }
    if (cards.length > 0) show();
  }, { rootMargin: '100%' });

  // In a task of its own, behind the one that compiles all scripts of a page.
  (globalThis.requestIdleCallback ?? setTimeout)(() => {
    watch();
    show();
    document.querySelector('footer')?.append(way);
  });
  document.addEventListener('cards', () => {
    watch();
    show();
  });
  addEventListener('storage', show);
  document.addEventListener('click', ({ target }) => {
    const button = /** @type {HTMLElement} */ (target).closest('.card-tools button');
    const claim = /** @type {HTMLElement | null} */ (button?.closest('[data-claim]'))?.dataset.claim;
    if (!button || !claim) return;
    if (button.ariaPressed) toggle(claim);
    else take(claim, /** @type {HTMLElement} */ (button.nextElementSibling));
  });

  function watch() {
    for (const card of document.querySelectorAll('article[data-claim]:not(:has(> .card-tools))')) near.observe(card);
  }

  /** @returns {{ id: string }[]} */
  function pins() {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? '[]');
      return kept.filter((/** @type {any} */ pin) => typeof pin?.id === 'string');
    } catch {
      return [];
    }
  }

  /** @param {string} claim */
  function toggle(claim) {
    const before = pins();
    const others = before.filter(({ id }) => id !== claim);
    try {
      localStorage.setItem(key, JSON.stringify(others.length < before.length ? others : [...before, { id: claim }]));
    } catch {
      // Nothing is kept, and the buttons show it.
    }
    show();
  }

  function show() {
    const pinned = pins().map(({ id }) => id);
    for (const button of document.querySelectorAll('.card-tools [aria-pressed]')) {
      const card = /** @type {HTMLElement} */ (button.closest('[data-claim]'));
      const isPinned = pinned.includes(card.dataset.claim ?? '');
      button.ariaPressed = String(isPinned);
      // A button that can be pressed keeps its name, so the word for what it did stands behind it.
      /** @type {HTMLElement} */ (button.nextElementSibling).hidden = !isPinned;
    }
    way.hidden = pinned.length === 0;
    link.textContent = (link.dataset.count ?? '').replace('{count}', String(pinned.length));
  }

  /** @param {string} claim @param {HTMLElement} note */
  async function take(claim, note) {
    note.textContent = '';
    status.textContent = '';
    // The text comes as a promise, because a browser lets a click write only at once.
    const text = cited(claim).then((it) => new Blob([it], { type: 'text/plain' }));
    const write = async () => navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    const done = await write().then(() => true, () => false);
    note.textContent = (done ? note.dataset.done : note.dataset.failed) ?? '';
    status.textContent = note.textContent;
  }

  /** @param {string} claim */
  async function cited(claim) {
    const [document, id] = claim.split('/');
    const answer = await fetch(new URL(`${document}.json`, folder));
    const { claims, document: { citation: source } } = await answer.json();
    const { quote, speaker, place, url } = claims[id];
    /** @type {Record<string, string>} */
    const values = { quote, speaker, source, place: place ? ` [${place}]` : '', url: new URL(url, link.href).href };
    return (words.cited ?? '').replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }
})();

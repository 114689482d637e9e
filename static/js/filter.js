// Lets a reader filter the statements of a page. The controls and all words stand in the page, in a template that only this
// script shows, so that nothing is promised without it. The state is in the query, so that a view can be sent.
(() => {
  const place = document.querySelector('[data-filter]');
  const template = place?.querySelector('template');
  if (!place || !template) return;
  place.append(template.content.cloneNode(true));

  const form = /** @type {HTMLFormElement} */ (place.querySelector('form'));
  const panel = /** @type {HTMLDetailsElement} */ (place.querySelector('details'));
  const said = /** @type {HTMLElement} */ (place.querySelector('[data-count]'));
  const status = /** @type {HTMLElement} */ (document.querySelector('[role="status"]'));
  const notice = /** @type {HTMLElement} */ (place.querySelector('[data-hidden]'));
  const controls = [...place.querySelectorAll('select, input')].map(
    (control) => /** @type {HTMLSelectElement | HTMLInputElement} */ (control),
  );
  notice.remove();

  /** @type {ReturnType<typeof read> | undefined} */
  let found;
  let waiting = 0;

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    // Browsers refuse a script that changes the address at every key.
    clearTimeout(waiting);
    waiting = setTimeout(change, 150);
  });
  // The controls are emptied only after the event.
  form.addEventListener('reset', () => setTimeout(change));
  document.addEventListener('cards', () => {
    if (!found) return;
    for (const note of found.lists.values()) note.remove();
    found = undefined;
    show();
  });
  if (restore()) {
    panel.open = true;
    show();
  }

  function change() {
    show();
    remember();
  }

  /** All statements, read when first one filters, since most readers do not. */
  function read() {
    const entries = [...document.querySelectorAll('article[data-claim]')].map((card) => readEntry(/** @type {HTMLElement} */ (card)));
    const all = new Set(entries.map((entry) => entry.claim)).size;
    const lists = new Map(entries.map(({ list }) => [list, /** @type {HTMLElement} */ (notice.cloneNode())]));
    return { entries, all, lists };
  }

  /** @param {HTMLElement} card */
  function readEntry(card) {
    const element = /** @type {HTMLElement} */ (card.closest('.entry') ?? card);
    const claim = card.dataset.claim ?? '';
    const ring = /** @type {HTMLElement} */ (element.parentElement?.closest('[data-ring]') ?? card).dataset.ring;
    return {
      claim,
      element,
      group: /** @type {HTMLElement | null} */ (card.closest('.ring, .below')),
      list: /** @type {HTMLElement} */ (card.closest('[data-cell], [data-hinge], [data-band]') ?? card.closest('.entries')),
      text: fold(element.textContent ?? ''),
      /** @type {Record<string, string | undefined>} */
      facts: {
        kind: card.dataset.kind,
        ring,
        document: claim.split('/')[0],
        stance: element.dataset.stance ?? card.dataset.stance,
      },
    };
  }

  /** Hides what does not fit and says so where it would stand; what a cell or a row is called stays as it is. */
  function show() {
    found ??= read();
    const { entries, all, lists } = found;
    const shown = new Set();
    const hidden = new Map([...lists.keys()].map((list) => [list, 0]));
    for (const { group } of entries) if (group) group.hidden = true;
    for (const { claim, element, group, list, text, facts } of entries) {
      const fits = controls.every(({ name, value }) => (name === 'words'
        ? fold(value).split(' ').every((word) => text.includes(word))
        : !value || facts[name] === value));
      element.hidden = !fits;
      if (fits) {
        shown.add(claim);
        if (group) group.hidden = false;
      } else {
        hidden.set(list, (hidden.get(list) ?? 0) + 1);
      }
    }
    for (const [list, note] of lists) {
      const count = hidden.get(list);
      note.textContent = (notice.dataset.hidden ?? '').replace('{count}', String(count));
      if (count) list.append(note);
      else note.remove();
    }
    said.textContent = (said.dataset.count ?? '').replace('{shown}', String(shown.size)).replace('{all}', String(all));
    status.textContent = said.textContent;
    for (const link of document.querySelectorAll('.sheets a')) {
      /** @type {HTMLAnchorElement} */ (link).search = query().search;
    }
  }

  /** Sets the controls as the address says; tells whether one of them filters. */
  function restore() {
    const asked = new URLSearchParams(location.search);
    for (const control of controls) {
      const value = asked.get(control.name) ?? '';
      const offered = control instanceof HTMLInputElement || [...control.options].some((option) => option.value === value);
      control.value = offered ? value : '';
    }
    return controls.some(({ value }) => value);
  }

  function remember() {
    history.replaceState(null, '', query());
  }

  /** This address with the state of the controls in its query. */
  function query() {
    const url = new URL(location.href);
    for (const { name, value } of controls) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    return url;
  }

  /** Without accents, capitals and widths, because a reader types none of them. @param {string} text */
  function fold(text) {
    return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
  }
})();

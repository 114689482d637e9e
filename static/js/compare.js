// Lays two or three sides, documents or speakers next to each other. All words and rules come finished from the page and from
// the files that it names; the choice is in the query, so that a comparison can be sent.
(() => {
  /** @typedef {{ key: string, name: string, title: string | null, column: number | null, themes: number[] }} Lens */
  /** @typedef {{ id: string, state: string, head: string, beside: string, columns: Record<string, string> }} Row */
  /** @typedef {{ head: string, rows: Row[], cards: Record<string, string> }} Theme */

  const place = /** @type {HTMLElement | null} */ (document.querySelector('[data-compare]'));
  const template = place?.querySelector('template');
  if (!place || !template) return;
  place.append(template.content.cloneNode(true));

  const form = /** @type {HTMLFormElement} */ (place.querySelector('form'));
  const said = /** @type {HTMLElement} */ (place.querySelector('.compare-said'));
  const status = /** @type {HTMLElement} */ (document.querySelector('[role="status"]'));
  const result = /** @type {HTMLElement} */ (place.querySelector('.compared'));
  const [themeSelect, ...columns] = ['theme', 'a', 'b', 'c'].map(
    (name) => /** @type {HTMLSelectElement} */ (form.elements.namedItem(name)),
  );
  const address = new URL(place.dataset.compare ?? '', location.href);
  /** @type {Map<string, Lens>} */
  const lenses = new Map();
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();
  let latest = 0;

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', change);
  form.querySelector('button')?.addEventListener('click', () => {
    const chosen = columns.filter(({ value }) => value);
    const values = chosen.map(({ value }) => value);
    for (const [index, column] of chosen.entries()) column.value = values[(index + 1) % values.length];
    change();
  });
  load(address).then(offer, () => tell('failed'));

  /** @param {{ groups: { label: string, lenses: Lens[] }[], themes: { id: string, name: string }[], former: Record<string, string> }} choices */
  function offer({ groups, themes, former }) {
    for (const { label, lenses: offered } of groups) {
      for (const lens of offered) lenses.set(lens.key, lens);
      for (const column of columns) {
        const group = document.createElement('optgroup');
        group.label = label;
        group.append(...offered.map(({ key, name, title }) => new Option(title ? `${name} · ${title}` : name, key)));
        column.append(group);
      }
    }
    themeSelect.prepend(...themes.map(({ id, name }) => new Option(name, id)));

    const asked = new URLSearchParams(location.search);
    const wanted = columns.map(({ name }) => asked.get(name) ?? '').map((key) => (Object.hasOwn(former, key) ? former[key] : key));
    const unknown = wanted.filter((key) => key && !lenses.has(key));
    const keys = wanted.some(Boolean) ? wanted : [...lenses.keys()].slice(0, 2);
    for (const [index, column] of columns.entries()) column.value = lenses.has(keys[index]) ? keys[index] : '';
    const theme = asked.get('theme') ?? '';
    const chosen = chosenLenses();
    const fullest = themes.map((_, index) => chosen.filter((lens) => lens.themes.includes(index)).length);
    themeSelect.value = theme;
    if (themeSelect.selectedIndex < 0) themeSelect.selectedIndex = fullest.indexOf(Math.max(...fullest));
    if (unknown.length > 0) tell('unknown', { names: unknown.join(', ') });
    else show();
  }

  function change() {
    const url = new URL(location.href);
    for (const { name, value } of [...columns, themeSelect]) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history.replaceState(null, '', url);
    show();
  }

  function chosenLenses() {
    const keys = new Set(columns.map(({ value }) => value));
    return [...keys].flatMap((key) => lenses.get(key) ?? []);
  }

  async function show() {
    const chosen = chosenLenses();
    latest += 1;
    const mine = latest;
    if (chosen.length < 2) {
      tell('few');
      return;
    }
    const every = [...themeSelect.options].map(({ value }) => value).filter((value) => value !== 'all');
    const ids = themeSelect.value === 'all' ? every : [themeSelect.value];
    /** @type {Theme[] | null} */
    const themes = await Promise.all(ids.map((id) => load(new URL(`themes/${id}.json`, address)))).catch(() => null);
    if (mine !== latest) return;
    if (!themes) {
      tell('failed');
      return;
    }
    tell('shown', { count: String(themes.reduce((sum, { rows }) => sum + rows.length, 0)) });
    result.append(...themes.map((theme) => section(theme, chosen)));
    document.dispatchEvent(new Event('cards'));
  }

  /** Says something of what is chosen, and takes away what was shown. @param {string} what @param {Record<string, string>} [values] */
  function tell(what, values = {}) {
    said.textContent = worded(what, values);
    status.textContent = said.textContent;
    result.replaceChildren();
  }

  /** @param {string} what @param {Record<string, string>} values */
  function worded(what, values) {
    return (said.dataset[what] ?? '').replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /** @param {Theme} theme @param {Lens[]} chosen */
  function section({ head, rows, cards }, chosen) {
    const heads = element('div', { className: 'column-heads', ariaHidden: 'true' }, chosen.map(({ name, column }) => {
      const span = element('span', { textContent: name });
      if (column) span.dataset.column = String(column);
      return span;
    }));
    heads.dataset.sides = String(chosen.length);
    const whole = element('section', { className: 'comparison' }, [markup(head), heads, ...rows.map((row) => rowOf(row, chosen))]);
    for (const slot of whole.querySelectorAll('slot')) slot.outerHTML = cards[slot.name];
    return whole;
  }

  /** @param {Row} row @param {Lens[]} chosen */
  function rowOf({ id, state, head, beside, columns: shown }, chosen) {
    const cells = element('div', { className: 'cells' }, chosen.map(({ key, name, column }) => {
      const silence = element('div', { className: 'silence' }, [element('p', { textContent: worded('silent', { name }) })]);
      silence.dataset.silent = '';
      const title = column ? [] : [element('p', { className: 'lens-name', textContent: name })];
      const lens = element('div', { className: 'lens', role: 'group', ariaLabel: name }, [
        ...title, key in shown ? markup(shown[key]) : silence,
      ]);
      lens.dataset.lens = key;
      return lens;
    }));
    cells.dataset.sides = String(chosen.length);
    const row = element('section', { className: 'row' }, [markup(head), cells]);
    Object.assign(row.dataset, { question: id, state });
    if (chosen.some(({ column }) => column)) row.append(markup(beside));
    return row;
  }

  /** @param {string} name @param {Partial<HTMLElement>} properties @param {Node[]} children */
  function element(name, properties, children = []) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  /** @param {string} html */
  function markup(html) {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    return holder.content;
  }

  /** A file, loaded once; what failed is tried anew. @param {URL} url */
  function load(url) {
    const found = files.get(url.href) ?? fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
      return answer.json();
    });
    files.set(url.href, found);
    found.catch(() => files.delete(url.href));
    return found;
  }
})();

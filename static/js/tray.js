// The tray: statements that a reader keeps in this browser or brings in a link, to be sorted, noted and taken away. All words
// stand in the page; what is known of a statement comes from a file of its document.
(() => {
  /** @typedef {{ id: string, note?: string }} Pin */
  /** @typedef {Record<string, any>} Facts */

  const root = new URL('../../', /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const key = `tray:${root.pathname}`;
  const place = /** @type {HTMLElement | null} */ (document.querySelector('[data-tray]'));
  if (!place) return;
  const [frame, itemTemplate, rowTemplate] = place.querySelectorAll('template');
  place.append(frame.content.cloneNode(true));

  const [empty, banner, unknown, tools] = ['empty', 'sent', 'unknown', 'tools'].map((part) => find(place, `[data-part=${part}]`));
  const output = find(place, 'output');
  const list = find(place, '.tray-list');
  const layout = /** @type {HTMLSelectElement} */ (find(place, 'select'));
  const link = /** @type {HTMLAnchorElement} */ (find(tools, '[data-link]'));
  const rows = document.createElement('div');
  rows.className = 'comparison';
  list.after(rows);
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();
  /** What is known of each pin, by its id. @type {Map<string, Facts>} */
  const known = new Map();
  /** @type {Pin[]} */
  let pins = [];
  /** What stays pinned although it could not be loaded now. @type {Pin[]} */
  let missed = [];
  let isSent = false;
  /** How often the pins were read anew or changed, so that what is loaded too late is let go. */
  let turn = 0;

  place.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest('button');
    const name = button?.dataset.do;
    if (button && name) actions[name](button, claimAt(event));
  });
  place.addEventListener('keydown', (event) => {
    const claim = claimAt(event);
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!claim || !step || !event.altKey || layout.value) return;
    event.preventDefault();
    move(claim, step);
  });
  place.addEventListener('input', (event) => {
    const claim = claimAt(event);
    const pin = pins.find(({ id }) => id === claim);
    if (!pin) return;
    pin.note = /** @type {HTMLTextAreaElement} */ (event.target).value || undefined;
    save();
  });
  layout.addEventListener('change', show);
  addEventListener('hashchange', open);
  addEventListener('storage', (event) => { if (!isSent && (event.key === key || event.key === null)) open(); });
  open();

  async function open() {
    turn += 1;
    const now = turn;
    const sent = inLink();
    const asked = sent.length > 0 ? sent : own();
    /** @type {Pin[]} */
    const lost = [];
    const faults = (await Promise.all(asked.map((pin) => learn(pin, lost)))).filter((fault) => fault !== null);
    if (now !== turn) return;
    const ids = new Set();
    isSent = sent.length > 0 && write(sent) !== write(own());
    pins = asked.filter(({ id }) => known.has(id) && !ids.has(id) && ids.add(id));
    missed = lost;
    unknown.replaceChildren(...faults.map((fault) => Object.assign(document.createElement('li'), { textContent: fault })));
    link.href = `#${write(pins)}`;
    show();
  }

  /** Loads what is known of a pin and follows it to its present id; gives what is wrong with it. @param {Pin} pin @param {Pin[]} lost */
  async function learn(pin, lost) {
    const named = pin.id;
    let [folder, name] = named.split('/');
    try {
      let file = await load(folder);
      if (file?.moved) {
        folder = file.moved;
        file = await load(folder);
      }
      if (file && Object.hasOwn(file.former, name)) name = file.former[name];
      const claim = file && Object.hasOwn(file.claims, name) ? file.claims[name] : null;
      if (!claim) return `${unknown.dataset.unknown} ${named}`;
      const { asks, theme, order, url } = file.questions[claim.question];
      pin.id = `${folder}/${name}`;
      known.set(pin.id, {
        ...claim, id: pin.id, theme, asks, order, question_url: url,
        title: file.document.title, document_url: file.document.url, citation: file.document.citation,
        bibtex: [claim.bibtex, file.document.bibtex], address: new URL(claim.url, place?.dataset.tray || location.href).href,
      });
      return null;
    } catch {
      lost.push(pin);
      return `${unknown.dataset.failed} ${named}`;
    }
  }

  /** @param {string} folder */
  function load(folder) {
    const found = files.get(folder) ?? fetch(`documents/${encodeURIComponent(folder)}.json`).then((answer) => {
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.json();
    });
    files.set(folder, found);
    found.catch(() => files.delete(folder));
    return found;
  }

  function show() {
    empty.hidden = pins.length > 0 || isSent;
    banner.hidden = !isSent;
    tools.hidden = pins.length === 0;
    tell('count', { count: String(pins.length) });
    const items = pins.map(item);
    list.replaceChildren(...(layout.value ? [] : items));
    rows.replaceChildren(...(layout.value ? inRows(items) : []));
  }

  /** @param {Pin} pin */
  function item({ id, note }, index = 0) {
    const facts = /** @type {Facts} */ (known.get(id));
    const made = /** @type {HTMLElement} */ (itemTemplate.content.firstElementChild?.cloneNode(true));
    find(made, 'article').dataset.claim = id;
    find(made, 'q').lang = facts.language;
    if (facts.column) find(made, '.side-mark').dataset.column = facts.column;
    find(made, '.side-mark').toggleAttribute('data-unplaced', facts.unplaced);
    for (const found of made.querySelectorAll('[data-field]')) {
      const field = /** @type {HTMLAnchorElement} */ (found);
      const { field: name = '', href } = field.dataset;
      field.textContent = facts[name];
      if (href) field.href = facts[href];
      if (!facts[name]) field.remove();
    }
    /** @type {HTMLTextAreaElement} */ (find(made, 'textarea')).value = note ?? '';
    for (const [name, isUseless] of Object.entries({ up: index === 0, down: index === pins.length - 1 })) {
      const button = /** @type {HTMLButtonElement} */ (find(made, `[data-do=${name}]`));
      button.disabled = isUseless;
      if (layout.value) button.remove();
    }
    return made;
  }

  /** Items by question, in the order of reading, each below the side that it is about. @param {HTMLElement[]} items */
  function inRows(items) {
    /** @type {Map<string, { order: number, row: HTMLElement }>} */
    const made = new Map();
    for (const [index, { id }] of pins.entries()) {
      const facts = /** @type {Facts} */ (known.get(id));
      const { question, order, theme, asks, question_url: url, about_column: column } = facts;
      const { row } = made.get(question) ?? { row: /** @type {HTMLElement} */ (rowTemplate.content.firstElementChild?.cloneNode(true)) };
      if (!made.has(question)) {
        made.set(question, { order, row });
        find(row, 'header p').textContent = theme;
        Object.assign(find(row, 'h2 a'), { href: url, textContent: asks });
      }
      find(row, column ? `.cell:nth-child(${column}) ul` : '.beside ul').append(items[index]);
    }
    const sorted = [...made.values()].sort((one, other) => one.order - other.order).map(({ row }) => row);
    for (const row of sorted) if (!row.querySelector('.beside li')) find(row, '.beside').remove();
    return sorted;
  }

  /** @type {Record<string, (button: HTMLElement, claim: string) => void>} */
  const actions = {
    up: (_, claim) => move(claim, -1),
    down: (_, claim) => move(claim, 1),
    remove: (_, claim) => {
      const index = pins.findIndex(({ id }) => id === claim);
      pins.splice(index, 1);
      save();
      show();
      tell('removed');
      const left = place.querySelectorAll('[data-do=remove]');
      /** @type {HTMLElement} */ (left[Math.min(index, left.length - 1)] ?? layout).focus();
    },
    clear: () => {
      pins = [];
      save();
      show();
    },
    keep: () => {
      const mine = own();
      pins = [...mine, ...pins.filter(({ id }) => mine.every((pin) => pin.id !== id))];
      isSent = false;
      save();
      leaveLink();
    },
    own: leaveLink,
    print: () => print(),
    link: async (button) => {
      const done = await Promise.resolve(navigator.clipboard?.writeText(link.href) ?? Promise.reject()).then(() => true, () => false);
      output.textContent = (done ? button.dataset.done : button.dataset.failed) ?? '';
    },
    markdown: () => offer('md', 'text/markdown', markdown()),
    csv: () => offer('csv', 'text/csv', csv()),
    bibtex: () => offer('bib', 'application/x-bibtex', `${[...new Set(taken().flatMap(({ bibtex }) => bibtex))].join('\n\n')}\n`),
    json: () => offer('json', 'application/json', `${JSON.stringify({ version: 1, statements: taken() }, null, 2)}\n`),
  };

  /** @param {string} claim @param {number} step */
  function move(claim, step) {
    const from = pins.findIndex(({ id }) => id === claim);
    const to = from + step;
    if (!pins[to]) return;
    pins.splice(to, 0, ...pins.splice(from, 1));
    save();
    show();
    tell('moved', { place: String(to + 1), count: String(pins.length) });
    const [up, down] = list.children[to].querySelectorAll('button');
    const [wanted, other] = step < 0 ? [up, down] : [down, up];
    (wanted.disabled ? other : wanted).focus();
  }

  function leaveLink() {
    history.replaceState(null, '', location.pathname);
    open();
  }

  /** @returns {Facts[]} */
  function taken() {
    return pins.map(({ id, note }) => ({ ...known.get(id), note }));
  }

  function markdown() {
    const plain = (/** @type {string} */ text) => text.replace(/[\\\x60*_[\]<>|#&~]/g, '\\$&').replace(/\s+/g, ' ');
    const label = find(itemTemplate.content, 'label').textContent?.trim();
    const entries = taken().map(({ says, quote, speaker, speaker_side: side, citation, place: where, address, note }, index) => [
      `${index + 1}. ${plain(says)}`,
      `   > “${plain(quote)}”`,
      `   > — ${plain(speaker)} (${plain(side)}). ${plain(citation)}${where ? ` [${plain(where)}]` : ''} <${address}>`,
      ...(note ? [`   ${label}: ${plain(note)}`] : []),
    ].join('\n\n'));
    return `# ${plain(document.querySelector('h1')?.textContent ?? '')}\n\n${entries.join('\n\n')}\n`;
  }

  function csv() {
    const names = ['id', 'says', 'quote', 'speaker', 'speaker_side', 'relay', 'about', 'kind', 'rating', 'theme', 'asks', 'title', 'place', 'citation', 'address', 'note'];
    // A spreadsheet would run what begins like this as a formula.
    const guarded = (/** @type {string} */ text) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
    const line = (/** @type {string[]} */ fields) => fields.map((text) => `"${guarded(text).replaceAll('"', '""')}"`).join(',');
    const lines = taken().map((facts) => line(names.map((name) => facts[name] ?? '')));
    return `\ufeff${[line(names), ...lines].join('\r\n')}\r\n`;
  }

  /** Lets the reader save a file. @param {string} extension @param {string} type @param {string} text */
  function offer(extension, type, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = `tray.${extension}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** @returns {Pin[]} */
  function own() {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? '[]');
      return kept.filter((/** @type {any} */ pin) => typeof pin?.id === 'string');
    } catch {
      return [];
    }
  }

  /** Keeps the pins where they came from. */
  function save() {
    turn += 1;
    link.href = `#${write(pins)}`;
    if (isSent) {
      history.replaceState(null, '', `#${write(pins)}`);
      return;
    }
    try {
      localStorage.setItem(key, JSON.stringify([...pins, ...missed]));
    } catch {
      // A browser that keeps nothing still has the link.
    }
  }

  /** Pins as they stand in a link: `document/claim,document/claim=note`. @param {Pin[]} all */
  function write(all) {
    return all.map(({ id, note }) => id + (note ? `=${encodeURIComponent(note)}` : '')).join(',');
  }

  /** @returns {Pin[]} */
  function inLink() {
    return location.hash.slice(1).split(',').flatMap((pin) => {
      const [id, note] = pin.split('=');
      try {
        return id.includes('/') ? [{ id: decodeURIComponent(id), note: note && decodeURIComponent(note) }] : [];
      } catch {
        return [];
      }
    });
  }

  /** @param {string} what @param {Record<string, string>} [values] */
  function tell(what, values = {}) {
    output.textContent = (output.dataset[what] ?? '').replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /** The id of the statement in whose item something happened. @param {Event} event */
  function claimAt(event) {
    return /** @type {HTMLElement} */ (event.target).closest('.tray-item')?.querySelector('article')?.dataset.claim ?? '';
  }

  /** @param {ParentNode} within @param {string} selector */
  function find(within, selector) {
    return /** @type {HTMLElement} */ (within.querySelector(selector));
  }
})();

// Shows what is found while a reader types. The controls and all words stand in the page, in a template that only this script
// shows; the query and the choices stand in the address, so that what was found can be sent.
(() => {
  const place = /** @type {HTMLElement | null} */ (document.querySelector('[data-search]'));
  const template = place?.querySelector('template');
  if (!place || !template) return;
  place.append(template.content.cloneNode(true));

  /** Entries of a kind that are shown at first, and each time when more are asked for. */
  const FIRST = 4;
  const FIRST_CLAIMS = 10;
  const MORE = 20;
  /** As many as a window shows; the others come behind them, because painting is what takes time. */
  const SEEN = 8;

  const field = /** @type {HTMLInputElement} */ (place.querySelector('input'));
  const form = /** @type {HTMLFormElement} */ (place.querySelector('.search-form'));
  const choices = /** @type {HTMLFormElement} */ (place.querySelector('.search-choices'));
  const selects = [...choices.querySelectorAll('select')];
  const documents = /** @type {HTMLSelectElement} */ (choices.querySelector('[name="document"]'));
  const status = /** @type {HTMLElement} */ (place.querySelector('.search-status'));
  const results = /** @type {HTMLElement} */ (place.querySelector('.search-results'));
  const browsing = [...document.querySelectorAll('[data-index], .sheets')].map((element) => /** @type {HTMLElement} */ (element));
  const language = Number(place.dataset.language);
  const languages = (place.dataset.languages ?? '').split(' ');
  const home = new URL(place.dataset.home ?? '', location.href);
  const labels = new Map([...results.querySelectorAll('[data-word]')].map((word) => (
    [/** @type {HTMLElement} */ (word).dataset.word ?? '', word.textContent ?? ''])));
  const names = new Intl.ListFormat(document.documentElement.lang, { type: 'conjunction' });
  const index = new SearchIndex(new URL(place.dataset.search ?? '', location.href));
  /** What was found, and the titles of all documents. @type {number[]} */
  let hits = [];
  /** @type {[string, Texts][]} */
  let titles = [];
  let asked = 0;
  let waiting = 0;

  results.replaceChildren();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show();
  });
  field.addEventListener('input', show);
  choices.addEventListener('input', show);
  // Not at every key, because a list of many is laid out anew.
  for (const name of ['focus', 'pointerenter']) documents.addEventListener(name, offer);
  choices.addEventListener('submit', (event) => event.preventDefault());
  place.addEventListener('keydown', move);
  addEventListener('popstate', restore);
  restore();
  prepare().catch(() => {
    // The first query tries again, and tells.
  });

  function restore() {
    const query = new URLSearchParams(location.search);
    field.value = query.get('q') ?? '';
    for (const select of selects) {
      const value = query.get(select.name) ?? '';
      // Its title comes with what is found.
      if (select === documents && value) select.add(new Option(value, value));
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    show();
  }

  /** Loads and tries what a first key needs, because a browser runs code for the first time much slower than ever after. */
  async function prepare() {
    await index.open();
    const isHan = /^(?:zh|ja)/.test(document.documentElement.lang);
    if (!await index.warm(isHan)) return;
    const [{ title }] = await index.entries([0]);
    const found = await index.find(read(title).text);
    for (const [kind, numbers] of groupsOf(found.numbers)) await group(kind, numbers, found).fill();
  }

  async function show() {
    asked += 1;
    const number = asked;
    const query = field.value;
    results.ariaBusy = 'true';
    // Browsers refuse a script that changes the address at every key, and readers one that speaks at every key.
    clearTimeout(waiting);
    waiting = setTimeout(remember, 250);
    try {
      await index.open();
      const found = await index.find(query);
      const chosen = found.numbers.filter(isChosen);
      const lists = groupsOf(chosen).map(([kind, numbers]) => group(kind, numbers, found));
      const later = [...lists];
      for (let seen = 0; seen < SEEN && later.length > 0;) seen += await later.shift()?.fill() ?? 0;
      // Another key was struck meanwhile.
      if (number !== asked) return;
      const isEmpty = query.trim() === '';
      results.replaceChildren(...lists.map(({ section }) => section));
      choices.hidden = isEmpty;
      for (const element of browsing) element.hidden = !isEmpty;
      say(isEmpty ? '' : sentence(chosen.length, found.isWhole));
      hits = found.numbers;
      if (!isEmpty) {
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        if (number !== asked) return;
        await Promise.all(later.map((list) => list.fill()));
        titles = await index.load('documents.json');
        if (documents.value) offer();
      }
      if (number === asked) results.ariaBusy = null;
    } catch {
      if (number !== asked) return;
      results.ariaBusy = null;
      results.replaceChildren();
      choices.hidden = true;
      for (const element of browsing) element.hidden = false;
      say(query.trim() === '' ? '' : status.dataset.failed);
    }
  }

  /** @param {number} count @param {boolean} isWhole */
  function sentence(count, isWhole) {
    const { count: all, some, nothing } = status.dataset;
    if (count === 0) return nothing;
    return (isWhole ? all : some)?.replace('{count}', String(count));
  }

  /** @param {string | undefined} words */
  function say(words) {
    if (status.textContent !== words) status.textContent = words ?? '';
  }

  function remember() {
    const url = new URL(location.href);
    for (const { name, value } of [field, ...selects]) {
      if (value.trim()) url.searchParams.set(name, value.trim());
      else url.searchParams.delete(name);
    }
    history.replaceState(null, '', url);
  }

  /** @param {number} number */
  function isChosen(number) {
    return selects.every(({ name, value }) => !value || index.fact(name, number).includes(value));
  }

  /** Kinds with their entries, first the kind that holds the best. @param {number[]} numbers @returns {[string, number[]][]} */
  function groupsOf(numbers) {
    /** @type {Map<string, number[]>} */
    const groups = new Map();
    for (const number of numbers) {
      const kind = index.kindOf(number);
      const group = groups.get(kind);
      if (group) group.push(number);
      else groups.set(kind, [number]);
    }
    return [...groups];
  }

  /** Those of a kind, whose list can be filled. @param {string} kind @param {number[]} numbers @param {Found} found */
  function group(kind, numbers, found) {
    const section = document.createElement('section');
    const heading = append(section, 'h2', labels.get(`kind-${kind}`));
    heading.append(' ');
    append(heading, 'span', String(numbers.length)).className = 'amount';
    const list = append(section, 'ol');
    let shown = 0;
    const grow = async (/** @type {number} */ by) => {
      const next = numbers.slice(shown, shown + by);
      const entries = await index.entries(next);
      shown += next.length;
      const items = entries.map((entry, at) => item(entry, next[at], found));
      list.append(...items);
      return items;
    };
    const fill = async () => {
      const items = await grow(kind === 'claim' ? FIRST_CLAIMS : FIRST);
      if (shown >= numbers.length) return items.length;
      const button = /** @type {HTMLButtonElement} */ (append(section, 'button', results.dataset.more));
      button.type = 'button';
      button.addEventListener('click', async () => {
        const [first] = await grow(MORE);
        first?.querySelector('a')?.focus();
        if (shown >= numbers.length) button.remove();
      });
      return items.length;
    };
    return { section, fill };
  }

  /** Lets a reader choose among the documents that have something of what was found. */
  function offer() {
    const having = new Set(hits.flatMap((number) => index.fact('document', number)));
    const { value } = documents;
    const options = titles.filter(([id]) => having.has(id) || id === value).map(([id, title]) => {
      const { text, lang } = read(title);
      const option = new Option(text, id, false, id === value);
      if (lang) option.lang = lang;
      return option;
    });
    documents.replaceChildren(documents.options[0], ...options);
    // An address may name one that is no more.
    if (documents.value !== value) show();
  }

  /** @param {Entry} entry @param {number} number @param {Found} found */
  function item(entry, number, { words }) {
    const item = document.createElement('li');
    const link = /** @type {HTMLAnchorElement} */ (append(item, 'a'));
    link.href = new URL(entry.url, home).href;
    const { text, lang } = read(entry.title);
    link.append(...marked(text, words));
    if (lang) link.lang = lang;
    const inTitle = new Set([...link.querySelectorAll('mark')].map((mark) => stemOf(String(mark.textContent).toLowerCase())));
    const other = entry.title.findIndex((title) => title && title !== text);
    if (inTitle.size === 0 && other >= 0) {
      const translated = marked(entry.title[other] ?? '', words);
      if (translated.some(isMark)) append(item, 'p', ...translated).lang = languages[other];
    }
    const quote = entry.quote ? marked(entry.quote, words) : [];
    if (quote.some((part) => isMark(part) && !inTitle.has(stemOf(String(part.textContent).toLowerCase())))) {
      const quoted = append(item, 'p', '“', ...quote, '”');
      quoted.lang = entry.quoted_in ?? '';
      quoted.className = 'search-quote';
    }
    append(item, 'p', ...line(entry, number)).className = 'byline';
    return item;
  }

  /** What else helps to recognise an entry. @param {Entry} entry @param {number} number @returns {(Node | string)[]} */
  function line(entry, number) {
    const sides = index.fact('side', number);
    const { voice, note, document: source } = entry;
    const parts = voice
      ? [about(sides), speaker(entry, said(voice)), source && said(source), label('kind', number), labels.get(`status-${entry.status}`)]
      : [sides.map((side) => option('side', side)).join(), note && said(note)];
    return parts.filter((part) => part).flatMap((part, at) => (at > 0 ? [' · ', part ?? ''] : [part ?? '']));
  }

  /** What a text says in this language, or where nobody translated it, in the first. @param {Texts} texts */
  function read(texts) {
    const own = texts[language];
    return own ? { text: own, lang: '' } : { text: texts[0] ?? '', lang: languages[0] };
  }

  /** The same, for a page: words in another language say in which. @param {Texts} texts */
  function said(texts) {
    const { text, lang } = read(texts);
    if (!lang || !text) return text;
    const borrowed = document.createElement('span');
    borrowed.lang = lang;
    borrowed.textContent = text;
    return borrowed;
  }

  /** @param {string[]} sides */
  function about(sides) {
    const mark = document.createElement('span');
    mark.textContent = (results.dataset.on ?? '').replace('{sides}', names.format(sides.map((side) => labels.get(`about-${side}`) ?? '')));
    mark.className = 'side-mark';
    const column = selects[0].querySelectorAll('option:not([value=""], [value="world"])');
    const place = [...column].findIndex((side) => /** @type {HTMLOptionElement} */ (side).value === sides[0]);
    if (sides.length === 1 && place >= 0) mark.dataset.column = String(place + 1);
    return mark;
  }

  /** @param {Entry} entry @param {Node | string} voice */
  function speaker({ ring, speaks_for: side = '' }, voice) {
    const who = labels.get(ring ? `ring-${ring}` : `speaks-for-${side}`) ?? option('side', side);
    const [before, after] = (results.dataset.speaker ?? '').replace('{who}', who).split('{voice}');
    const words = new DocumentFragment();
    words.append(before, voice, after);
    return words;
  }

  /** @param {string} name @param {number} number */
  function label(name, number) {
    return index.fact(name, number).map((value) => option(name, value)).join();
  }

  /** @param {string} name @param {string} value */
  function option(name, value) {
    const select = selects.find((select) => select.name === name);
    return [...select?.options ?? []].find((option) => option.value === value)?.text ?? '';
  }

  /** A text with what was looked for in it set apart. @param {string} text @param {Map<string, number>} words */
  function marked(text, words) {
    /** @type {(Node | string)[]} */
    const parts = [];
    let done = 0;
    let from = 0;
    const end = () => {
      if (done <= from) return;
      const mark = document.createElement('mark');
      mark.textContent = text.slice(from, done);
      parts.push(mark);
    };
    for (const { word, start, end: stop, isHan } of tokens(text, index.passedOver)) {
      const length = words.get(word);
      if (length === undefined) continue;
      const last = isHan ? Math.min(stop, start + length) : stop;
      if (start > done || parts.length === 0 && done === 0) {
        end();
        parts.push(text.slice(done, start));
        from = start;
      }
      done = Math.max(done, last);
    }
    end();
    return [...parts, text.slice(done)];
  }

  /** @param {Node | string} part @returns {part is Node} */
  function isMark(part) {
    return part instanceof HTMLElement;
  }

  /** @param {Element} parent @param {string} name @param {...(Node | string | undefined)} content */
  function append(parent, name, ...content) {
    const element = document.createElement(name);
    element.append(...content.map((part) => part ?? ''));
    parent.append(element);
    return element;
  }

  /** Arrows lead from the field through the results and back. @param {KeyboardEvent} event */
  function move(event) {
    const links = [...results.querySelectorAll('a')];
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (event.target));
    const isInField = event.target === field;
    if (!isInField && at < 0) return;
    if (event.key === 'ArrowDown') links[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? field).focus();
    else if (event.key === 'Escape' && at >= 0) field.focus();
    else if (event.key === 'Escape' && field.value) {
      field.value = '';
      show();
    } else return;
    event.preventDefault();
  }
})();

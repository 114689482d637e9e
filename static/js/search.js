// Shows what is found while a reader types. The controls and all words stand in the page, in a template that only this script
// shows; the query and the choices stand in the address, so that what was found can be sent.

/**
 * @typedef {{ section: HTMLElement, amount: HTMLElement, list: HTMLElement, more: HTMLElement, by: number }} Group
 * @typedef {{ element: HTMLElement, marks: string }} Item
 */

(() => {
  const place = /** @type {HTMLElement | null} */ (document.querySelector('[data-search]'));
  const template = place?.querySelector('template');
  if (!place || !template) return;
  place.append(template.content.cloneNode(true));

  /** Entries of a kind that are shown at first, and each time when more are asked for. */
  const FIRST = 4;
  const FIRST_CLAIMS = 10;
  const MORE = 20;
  /** Milliseconds without a key after which a reader looks at what was found. */
  const REST = 100;
  const field = /** @type {HTMLInputElement} */ (place.querySelector('input'));
  const form = /** @type {HTMLFormElement} */ (place.querySelector('.search-form'));
  const choices = /** @type {HTMLFormElement} */ (place.querySelector('.search-choices'));
  const selects = [...choices.querySelectorAll('select')];
  const documents = /** @type {HTMLSelectElement} */ (choices.querySelector('[name="document"]'));
  const status = /** @type {HTMLElement} */ (place.querySelector('.search-status'));
  const results = /** @type {HTMLElement} */ (place.querySelector('.search-results'));
  const browsing = [...document.querySelectorAll('[data-index], .sheets')].map((element) => /** @type {HTMLElement} */ (element));
  const language = Number(place.dataset.language);
  const HAN_TAG = /^(?:zh|ja)/;
  const isHan = HAN_TAG.test(document.documentElement.lang);
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
  /** Elements that were made, because most of what one key finds was found by the one before. @type {Map<string, Group>} */
  const groups = new Map();
  /** @type {Map<number, Item>} */
  const items = new Map();
  /** @type {Map<string, Token[]>} */
  const tokensOf = new Map();
  /** @type {Promise<boolean> | undefined} */
  let others;
  let asked = 0;
  let waiting = 0;
  let resting = 0;

  results.replaceChildren();
  /** As many as the window shows, of 100 pixels each; the others come behind them, because painting is what takes time. */
  const SEEN = Math.max(2, Math.ceil((innerHeight - scrollY - place.getBoundingClientRect().bottom) / 100));
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
    await index.warm(isHan);
    const isAsked = () => field.value.trim() !== '';
    if (isAsked()) return;
    const [{ title }] = await index.entries([0]);
    const [first] = tokens(read(title).text, index.passedOver);
    const found = await index.find(first?.word ?? '');
    const numbers = found.numbers.slice(0, SEEN);
    const entries = await index.entries(numbers);
    // What a reader looks at meanwhile is marked for their words.
    if (isAsked()) return;
    entries.forEach((entry, at) => item(entry, numbers[at], found));
    await whenIdle();
    if (!isAsked()) tryHan(entries[0], numbers[0]);
  }

  /**
   * Lays Chinese out where nobody sees it: when its first letter stands in the field, and in a result, the browser asks the system
   * which face has it, and that takes as long as the search.
   * @param {Entry | undefined} entry
   * @param {number} number
   */
  function tryHan(entry, number) {
    const title = entry?.title[languages.findIndex((tag) => HAN_TAG.test(tag))] ?? '';
    const han = tokens(title, index.passedOver).find((token) => token.isHan);
    if (!entry || !han) return;
    const copy = /** @type {HTMLInputElement} */ (field.cloneNode());
    copy.removeAttribute('name');
    copy.type = 'text';
    copy.value = han.word;
    field.after(copy);
    const list = append(results, 'ol', item(entry, number, { words: new Map([[han.word, han.word.length]]) }));
    for (const trial of [copy, list]) {
      trial.className = 'hidden';
      trial.inert = true;
      // When the frame that lays it out is drawn.
      requestAnimationFrame(() => setTimeout(() => trial.remove()));
    }
  }

  async function show() {
    asked += 1;
    const number = asked;
    const query = field.value;
    results.ariaBusy = 'true';
    // Browsers refuse a script that changes the address at every key, and readers one that speaks at every key.
    clearTimeout(waiting);
    waiting = setTimeout(remember, 250);
    clearTimeout(resting);
    try {
      await index.open();
      const found = await index.find(query);
      const chosen = choose(found.numbers);
      const kinds = index.kindsOf(chosen);
      for (const group of groups.values()) group.by = 0;
      const isEmpty = query.trim() === '';
      let isAll = await lay(kinds, found, number, SEEN, () => {
        choices.hidden = isEmpty;
        for (const element of browsing) element.hidden = !isEmpty;
        say(isEmpty ? '' : sentence(chosen.length, found));
        hits = found.numbers;
      });
      // A few at a time, so that a key that is struck meanwhile waits for no more than these.
      for (let most = SEEN * 2; !isAll && number === asked; most += SEEN) {
        await whenIdle();
        isAll = await lay(kinds, found, number, most);
      }
      if (chosen.length > 0 || documents.value) {
        titles = await index.load('documents.json');
        if (documents.value) offer();
      }
      if (number !== asked) return;
      results.ariaBusy = null;
      // Chinese begins with the Latin letters of an input method, and its readers look for English names as well.
      if (!isEmpty) resting = setTimeout(() => { others ??= index.warm(!isHan).catch(() => false); }, REST);
    } catch {
      if (number !== asked) return;
      results.ariaBusy = null;
      results.replaceChildren();
      choices.hidden = true;
      for (const element of browsing) element.hidden = false;
      say(query.trim() === '' ? '' : status.dataset.failed);
    }
  }

  /**
   * Lays out the best of each kind, not more than `most` in all, unless another key was struck meanwhile; tells whether these
   * were all that are to be shown.
   * @param {Kind[]} kinds
   * @param {Found} found
   * @param {number} query
   * @param {number} most
   * @param {() => void} [also]
   */
  async function lay(kinds, found, query, most, also) {
    let left = most;
    const shown = kinds.flatMap(([kind, numbers]) => {
      const part = numbers.slice(0, Math.min(left, (kind === 'claim' ? FIRST_CLAIMS : FIRST) + (groups.get(kind)?.by ?? 0)));
      left -= part.length;
      return part.length > 0 ? [{ kind, numbers, part }] : [];
    });
    const entries = await Promise.all(shown.map(({ part }) => index.entries(part)));
    if (query !== asked) return false;
    also?.();
    put(results, shown.map(({ kind, numbers, part }, at) => {
      const { section, amount, list, more } = group(kind);
      const count = String(numbers.length);
      if (amount.textContent !== count) amount.textContent = count;
      put(list, entries[at].map((entry, place) => item(entry, part[place], found)));
      more.hidden = part.length === numbers.length;
      more.onclick = async () => {
        const before = list.childElementCount;
        group(kind).by += MORE;
        await lay(kinds, found, query, Infinity);
        list.children[before]?.querySelector('a')?.focus();
      };
      return section;
    }));
    return left > 0;
  }

  /** Gives a parent these children in this order; one that stays is not touched, because whatever is touched is laid out anew. */
  function put(/** @type {Element} */ parent, /** @type {Element[]} */ children) {
    const staying = new Set(children);
    for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
    children.forEach((child, at) => {
      if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
    });
  }

  /** @param {number} count @param {Found} found */
  function sentence(count, { numbers, isWhole, isEarly }) {
    const { count: all, some, nothing, early, narrowed } = status.dataset;
    if (numbers.length === 0) return isEarly ? early : nothing;
    if (count === 0) return narrowed?.replace('{count}', String(numbers.length));
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

  /** Those that a reader has not left out. @param {number[]} numbers */
  function choose(numbers) {
    const chosen = selects.filter(({ value }) => value);
    return numbers.filter((number) => chosen.every(({ name, value }) => index.fact(name, number).includes(value)));
  }

  /** Where the entries of a kind stand. @param {string} kind */
  function group(kind) {
    const made = groups.get(kind);
    if (made) return made;
    const section = document.createElement('section');
    const heading = append(section, 'h2', labels.get(`kind-${kind}`), ' ');
    const amount = append(heading, 'span');
    amount.className = 'amount';
    const list = append(section, 'ol');
    const more = /** @type {HTMLButtonElement} */ (append(section, 'button', results.dataset.more));
    more.type = 'button';
    const group = { section, amount, list, more, by: 0 };
    groups.set(kind, group);
    return group;
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

  /**
   * An entry with what was looked for marked: its title, the title in another language where only that has it, and the quote.
   * @param {Entry} entry
   * @param {number} number
   * @param {{ words: Found['words'] }} found
   */
  function item(entry, number, { words }) {
    const { text, lang } = read(entry.title);
    const titled = rangesOf(text, words);
    const other = titled.length > 0 ? -1 : entry.title.findIndex((title) => title && title !== text);
    const translated = other < 0 ? [] : rangesOf(entry.title[other] ?? '', words);
    const inTitle = new Set(titled.map(([start, end]) => stemOf(text.slice(start, end).toLowerCase())));
    const quote = entry.quote ?? '';
    const quoted = rangesOf(quote, words);
    const isQuoted = quoted.some(([start, end]) => !inTitle.has(stemOf(quote.slice(start, end).toLowerCase())));
    const marks = [titled, translated, isQuoted ? quoted : []].join(';');
    const made = items.get(number);
    if (made?.marks === marks) return made.element;
    const element = made?.element ?? document.createElement('li');
    items.set(number, { element, marks });
    const byline = element.lastChild;
    element.replaceChildren();
    const link = /** @type {HTMLAnchorElement} */ (append(element, 'a', ...marked(text, titled)));
    link.href = new URL(entry.url, home).href;
    if (lang) link.lang = lang;
    if (translated.length > 0) append(element, 'p', ...marked(entry.title[other] ?? '', translated)).lang = languages[other];
    if (isQuoted) {
      const paragraph = append(element, 'p', '“', ...marked(quote, quoted), '”');
      paragraph.lang = entry.quoted_in ?? '';
      paragraph.className = 'search-quote';
    }
    if (byline) element.append(byline);
    else append(element, 'p', ...line(entry, number)).className = 'byline';
    return element;
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

  /** Where a text has what was looked for. @param {string} text @param {Map<string, number>} words */
  function rangesOf(text, words) {
    let all = tokensOf.get(text);
    if (!all) {
      all = tokens(text, index.passedOver);
      tokensOf.set(text, all);
    }
    /** @type {[number, number][]} */
    const ranges = [];
    for (const { word, start, end: stop, isHan } of all) {
      const length = words.get(word);
      if (length === undefined) continue;
      const end = isHan ? Math.min(stop, start + length) : stop;
      const last = ranges.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else ranges.push([start, end]);
    }
    return ranges;
  }

  /** A text with these parts set apart. @param {string} text @param {[number, number][]} ranges */
  function marked(text, ranges) {
    /** @type {(Node | string)[]} */
    const parts = [];
    let done = 0;
    for (const [start, end] of ranges) {
      const mark = document.createElement('mark');
      mark.textContent = text.slice(start, end);
      parts.push(text.slice(done, start), mark);
      done = end;
    }
    return [...parts, text.slice(done)];
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

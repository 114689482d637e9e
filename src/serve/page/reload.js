// @ts-check
// Follows the site while it is written: a page becomes that of another version in its place, or where that cannot be loads
// itself anew where its reader was, and what keeps a site from being made is laid over the last good one.

/**
 * What the server tells: which site it shows, and what stands against a newer one.
 * @typedef {{ version: string, notice: Notice | null }} Told
 * @typedef {{ title: string, faults: Fault[], more: number }} Notice
 * @typedef {{ severity: string, code: string | null, message: string, places: Place[], notes: string[],
 *   help: string | null }} Fault
 * @typedef {{ name: string, address: string, label: string, line: [string, string, string] }} Place
 */

(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const page = new ServedPage();
  const place = `diptych:${location.pathname}`;
  /** @type {EventSource | null} */
  let stream = null;
  /** @type {HTMLElement | null} */
  let panel = null;
  let dismissed = '';
  /** @type {Told} */
  let latest;
  let isCatchingUp = false;

  // When the scripts of the site have added what they add.
  addEventListener('DOMContentLoaded', comeBack);
  follow();
  // A browser has few connections for one server, so only pages in sight hold one.
  document.addEventListener('visibilitychange', () => (document.hidden ? rest() : follow()));
  addEventListener('pagehide', rest);
  addEventListener('pageshow', follow);

  function follow() {
    if (stream || document.hidden) return;
    stream = new EventSource('/__diptych/events');
    stream.addEventListener('message', ({ data }) => {
      latest = JSON.parse(data);
      if (!isCatchingUp) catchUp();
    });
    // A stream that is refused is not asked for again by the browser itself.
    stream.addEventListener('error', () => {
      if (stream?.readyState !== EventSource.CLOSED) return;
      rest();
      setTimeout(follow, 1000);
    });
  }

  function rest() {
    stream?.close();
    stream = null;
  }

  /** Shows what was told last. */
  async function catchUp() {
    isCatchingUp = true;
    /** @type {Told | null} */
    let heard = null;
    while (heard !== latest && latest.version !== own.dataset.version) {
      heard = latest;
      const html = await fetch(location.href).then((answer) => answer.text(), () => '');
      // A server that is gone tells again when it is back.
      if (html && !(isOfThisRun(heard) && page.become(html))) {
        loadAnew();
        return;
      }
    }
    isCatchingUp = false;
    show(latest.notice);
  }

  /** Another run of the server may be one of another program, with another script. @param {Told} told */
  function isOfThisRun({ version }) {
    return version.split('-')[0] === own.dataset.version?.split('-')[0];
  }

  function loadAnew() {
    rest();
    const details = allDetails().map(([key, element]) => [key, element.open]);
    const anchor = scrollY > 0 ? nearest() : null;
    sessionStorage.setItem(place, JSON.stringify({ details, anchor, x: scrollX, y: scrollY }));
    history.scrollRestoration = 'manual';
    location.reload();
  }

  /** Opens what was open, and scrolls to where the reader was, by what stood there. */
  function comeBack() {
    const kept = sessionStorage.getItem(place);
    if (!kept) return;
    sessionStorage.removeItem(place);
    const { details, anchor, x, y } = JSON.parse(kept);
    const open = new Map(details);
    for (const [key, element] of allDetails()) {
      element.open = open.get(key) ?? element.open;
    }
    const scroll = () => {
      const there = anchor && document.getElementById(anchor.id);
      const down = there ? scrollY + there.getBoundingClientRect().top - anchor.top : y;
      scrollTo({ left: x, top: down, behavior: 'instant' });
    };
    scroll();
    addEventListener('load', () => {
      // What was far from the window has its real height only when it has come near, a frame after each scroll.
      let frames = 4;
      const settle = () => {
        scroll();
        frames -= 1;
        if (frames > 0) requestAnimationFrame(settle);
        else history.scrollRestoration = 'auto';
      };
      settle();
    }, { once: true });
  }

  /** What has a name and begins nearest to the upper edge of the window, with its place there. */
  function nearest() {
    const shown = [...document.querySelectorAll('main [id]')].filter((element) => element.getClientRects().length > 0);
    const placed = shown.map((element) => ({ id: element.id, top: element.getBoundingClientRect().top }));
    return placed.sort((one, other) => Math.abs(one.top) - Math.abs(other.top))[0];
  }

  /**
   * Every `details` of the page with a name that it keeps when others come or go.
   * @returns {[string, HTMLDetailsElement][]}
   */
  function allDetails() {
    const seen = new Map();
    return [...document.querySelectorAll('details')].map((element) => {
      const within = element.closest('[id]')?.id ?? '';
      const name = element.id || `${within} ${element.querySelector('summary')?.textContent ?? ''}`;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return [`${name} ${count}`, element];
    });
  }

  /**
   * Lays a notice over the page, or takes it away.
   * @param {Notice | null} notice
   */
  function show(notice) {
    panel?.remove();
    panel = null;
    const data = JSON.stringify(notice);
    if (!notice) dismissed = '';
    if (!notice || data === dismissed) return;
    panel = element('diptych-report', { lang: 'en', dir: 'ltr' });
    const root = panel.attachShadow({ mode: 'open' });
    const style = element('link', { rel: 'stylesheet', href: '/__diptych/report.css' });
    const close = element('button', { type: 'button' }, 'Close');
    const heading = element('h2', { id: 'title' }, notice.title);
    const section = element('section', { 'aria-labelledby': 'title', role: 'region', tabindex: '0' });
    const dismiss = () => {
      dismissed = data;
      panel?.remove();
    };
    close.addEventListener('click', dismiss);
    section.addEventListener('keydown', (event) => event.key === 'Escape' && dismiss());
    const head = element('div', { class: 'head' });
    head.append(heading, close);
    const list = element('ol', {});
    list.append(...notice.faults.map(fault));
    section.append(head, list);
    if (notice.more > 0) section.append(element('p', {}, `${notice.more} more stand in the terminal.`));
    root.append(style, section);
    document.body.append(panel);
  }

  /** @param {Fault} fault */
  function fault({ severity, code, message, places, notes, help }) {
    const item = element('li', { class: severity });
    const title = element('h3', {});
    title.append(element('span', { class: 'kind' }, code ? `${severity}[${code}]` : severity), ' ', ...words(message));
    item.append(title, ...places.map(at));
    for (const note of notes) item.append(told('note', note));
    if (help) item.append(told('help', help));
    return item;
  }

  /**
   * A place, which opens in the editor, with its line.
   * @param {Place} place
   */
  function at({ name, address, label, line: [before, inside, after] }) {
    const figure = element('figure', {});
    const caption = element('figcaption', {});
    caption.append(element('a', { href: address }, name), label ? ` ${label}` : '');
    const code = element('code', {});
    code.append(before, element('mark', {}, inside), after);
    const line = element('pre', {});
    line.append(code);
    figure.append(caption);
    if (before + inside + after) figure.append(line);
    return figure;
  }

  /**
   * @param {string} kind
   * @param {string} text
   */
  function told(kind, text) {
    const paragraph = element('p', {});
    paragraph.append(element('span', { class: 'kind' }, `${kind}:`), ' ', ...words(text));
    return paragraph;
  }

  /**
   * Text with what stands between backticks as code.
   * @param {string} text
   */
  function words(text) {
    return text.split('`').map((part, index) => (index % 2 ? element('code', {}, part) : part));
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} attributes
   */
  function element(name, attributes, text = '') {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  }
})();

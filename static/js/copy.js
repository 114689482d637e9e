// Gives everything that is made to be copied, `data-copy`, a button. The words stand in the page: those of the button in the
// attribute or else in a template, where also stands what is said afterwards.
(() => {
  const template = /** @type {HTMLTemplateElement | null} */ (document.querySelector('template[data-copying]'));
  // Not there where a page comes without encryption; a button would promise in vain.
  if (!template || !navigator.clipboard) return;

  const status = /** @type {HTMLElement} */ (document.querySelector('[role="status"]'));
  for (const found of document.querySelectorAll('[data-copy]')) {
    const source = /** @type {HTMLElement} */ (found);
    const copying = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    const button = /** @type {HTMLButtonElement} */ (copying.querySelector('button'));
    const note = /** @type {HTMLElement} */ (copying.querySelector('[data-done]'));
    if (source.dataset.copy) button.textContent = source.dataset.copy;
    button.addEventListener('click', async () => {
      note.textContent = '';
      status.textContent = '';
      const done = await navigator.clipboard.writeText(textOf(source, copying)).then(() => true, () => false);
      note.textContent = (done ? note.dataset.done : note.dataset.failed) ?? '';
      status.textContent = note.textContent;
    });
    // A list knows no other children than its items.
    if (source.matches('li, dd, td')) source.append(copying);
    else source.after(copying);
  }

  /**
   * The words as they read, without the button: lines count only where they are kept on the page.
   * @param {HTMLElement} source
   * @param {HTMLElement} copying
   */
  function textOf(source, copying) {
    const own = [...source.childNodes].filter((child) => child !== copying);
    const text = own.map((child) => child.textContent).join('').trim();
    return source.matches('pre, :has(pre)') ? text : text.replace(/\s+/g, ' ');
  }
})();

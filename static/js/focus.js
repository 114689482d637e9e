// Leads whoever strikes `/` to the field where words are searched for.
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = /** @type {Element} */ (event.target);
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector('[aria-keyshortcuts="/"]'));
  if (!field || target.closest('input, select, textarea')) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// Leads whoever strikes Ctrl and K, or Command and K, to the field where words are searched for. A letter alone would be in the
// way of those who speak to their machine.
addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'k' || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector('[aria-keyshortcuts]'));
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

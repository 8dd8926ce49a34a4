/** `/` puts the cursor into the One field, unless one is writing somewhere. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')) return;
  const field = document.querySelector<HTMLInputElement>('.kn-field input');
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// Choosing in a filter applies it; the address stays the state. "/" jumps to the finder.
document.addEventListener('change', (event) => {
  if (event.target.matches('[data-submit]')) {
    event.target.form.requestSubmit();
  }
});

// Empty fields would only make the address longer.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.matches('form.filters[method="get"]')) {
    for (const field of form.elements) {
      field.disabled = field.name !== '' && field.value === '';
    }
    setTimeout(() => {
      for (const field of form.elements) {
        field.disabled = false;
      }
    }, 0);
  }
});

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.querySelector(`[data-shortcut="${CSS.escape(event.key)}"]`);
    if (field) {
      event.preventDefault();
      field.focus();
    }
  }
});

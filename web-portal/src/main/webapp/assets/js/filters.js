// Choosing in a filter applies it; the address stays the state.
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

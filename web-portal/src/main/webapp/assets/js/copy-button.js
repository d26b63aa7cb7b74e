// Buttons that copy: [data-copy-text] or [data-copy-from]; a field with [data-copy-now] copies itself.
async function copy(text, tell) {
  try {
    await navigator.clipboard.writeText(text);
    tell('Copied');
  } catch {
    tell('Select it and copy it yourself: the browser does not allow it here.');
  }
}

function prepare(root) {
  root.querySelectorAll('[data-copy][hidden]').forEach((button) => {
    button.hidden = false;
  });
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-copy]');
  if (!button) {
    return;
  }
  const field = button.dataset.copyFrom && document.querySelector(button.dataset.copyFrom);
  const label = button.textContent;
  copy(field ? field.value : button.dataset.copyText, (words) => {
    button.textContent = words;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
});

// The hosted link is made and copied with one click.
document.addEventListener('htmx:afterSettle', () => {
  prepare(document);
  const field = document.querySelector('[data-copy-now]');
  if (field) {
    field.removeAttribute('data-copy-now');
    field.select();
    copy(field.value, (words) => {
      document.querySelector('[data-copy-result]').textContent = `${words}.`;
    });
  }
});

prepare(document);

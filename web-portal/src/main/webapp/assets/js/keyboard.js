// j and k go through the rows of a list, x ticks one; an element names its own key. "?" tells of all this.
function rows() {
  return [...document.querySelectorAll('table.rows tbody tr')].filter((row) => row.querySelector('a'));
}

function current() {
  return rows().findIndex((row) => row.contains(document.activeElement));
}

function move(step) {
  const list = rows();
  const next = current() < 0 ? 0 : current() + step;
  list[Math.min(Math.max(next, 0), list.length - 1)]?.querySelector('a').focus();
}

function tick() {
  rows()[current()]?.querySelector('input[type="checkbox"]:not(:disabled)')?.click();
}

const keys = { j: () => move(1), k: () => move(-1), x: tick };

function follow(key) {
  const named = document.querySelector(`[data-shortcut="${CSS.escape(key)}"]`);
  if (named?.matches('button')) {
    named.click();
  } else {
    named?.focus();
  }
  return named !== null;
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input:not([type="checkbox"]), textarea, select, [contenteditable]');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (keys[event.key]) {
    keys[event.key]();
    event.preventDefault();
  } else if (follow(event.key)) {
    event.preventDefault();
  }
});

document.querySelector('.shortcuts-button')?.removeAttribute('hidden');

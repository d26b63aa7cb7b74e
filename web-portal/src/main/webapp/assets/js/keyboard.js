// j and k go through the rows of a list, x ticks one; an element names its own key. "?" tells of all
// this, and there it is switched off.
const OFF = 'heron-bridge.no-shortcuts';
const help = document.querySelector('#shortcuts');

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

function follow(key) {
  const named = document.querySelector(`[data-shortcut="${CSS.escape(key)}"]`);
  if (named?.matches('button')) {
    named.click();
  } else {
    named?.focus();
  }
  return named !== null;
}

const keys = { j: () => move(1), k: () => move(-1), x: tick };

// A key that is held down does nothing twice; while the help is open, it alone listens.
function heeds(event) {
  const typing = event.target.closest?.('input:not([type="checkbox"]), textarea, select, [contenteditable]');
  const held = event.repeat && event.key !== 'j' && event.key !== 'k';
  const changed = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  const behind = help?.matches(':popover-open') && event.key !== '?';
  return !typing && !held && !changed && !behind && !localStorage.getItem(OFF);
}

document.addEventListener('keydown', (event) => {
  if (!heeds(event)) {
    return;
  }
  if (keys[event.key]) {
    keys[event.key]();
    event.preventDefault();
  } else if (follow(event.key)) {
    event.preventDefault();
  }
});

const button = document.querySelector('.shortcuts-button');
const box = help?.querySelector('input');
if (button && box) {
  button.hidden = false;
  box.checked = !localStorage.getItem(OFF);
  box.addEventListener('change', () => {
    if (box.checked) {
      localStorage.removeItem(OFF);
    } else {
      localStorage.setItem(OFF, 'yes');
    }
  });
}

// Ticking rows: shift extends, the head ticks all, the count is told.
const table = document.querySelector('table.selectable');

function boxes() {
  return [...table.querySelectorAll('input[name="link"]:not(:disabled)')];
}

function tell(all) {
  const ticked = boxes().filter((box) => box.checked).length;
  const output = document.querySelector('[data-selected-count]');
  if (output) {
    output.textContent = ticked === 0 ? '' : `${ticked} selected`;
  }
  all.checked = ticked > 0 && ticked === boxes().length;
  all.indeterminate = ticked > 0 && !all.checked;
}

function enhance(head) {
  const all = document.createElement('input');
  let last = null;
  all.type = 'checkbox';
  all.setAttribute('aria-label', 'Select all on this page');
  all.addEventListener('change', () => {
    boxes().forEach((box) => {
      box.checked = all.checked;
    });
    tell(all);
  });
  head.replaceChildren(all);
  table.addEventListener('click', (event) => {
    if (!event.target.matches('input[name="link"]')) {
      return;
    }
    const list = boxes();
    if (event.shiftKey && last) {
      const [from, to] = [list.indexOf(last), list.indexOf(event.target)].sort((a, b) => a - b);
      list.slice(from, to + 1).forEach((box) => {
        box.checked = event.target.checked;
      });
    }
    last = event.target;
    tell(all);
  });
  tell(all);
}

const head = table?.querySelector('thead .tick');
if (head) {
  enhance(head);
}

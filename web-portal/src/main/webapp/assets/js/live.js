// Pauses htmx polling on request, and while nobody looks or somebody is at work in the region.
let paused = false;

function show() {
  document.querySelectorAll('[data-live-toggle]').forEach((button) => {
    button.hidden = false;
    button.textContent = paused ? 'Resume updates' : 'Pause updates';
    button.setAttribute('aria-pressed', String(paused));
  });
}

document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-live-toggle]')) {
    paused = !paused;
    show();
  }
});

document.addEventListener('htmx:beforeRequest', (event) => {
  const region = event.target;
  if (region.id !== 'live') {
    return;
  }
  const busy = region.contains(document.activeElement) && document.activeElement !== document.body;
  const reading = region.querySelector('details[open]') !== null;
  if (paused || document.hidden || busy || reading) {
    event.preventDefault();
  }
});

document.addEventListener('htmx:afterSettle', show);
show();

// Keeps a region up to date by htmx polling. It rests on request, and while nobody looks or somebody is
// at work in the region; it says when it was refreshed, and when the server cannot be reached.
let paused = false;
let away = false;

function region() {
  return document.getElementById('live');
}

function show() {
  document.querySelectorAll('[data-live-bar]').forEach((bar) => {
    bar.hidden = false;
  });
  document.querySelectorAll('[data-live-toggle]').forEach((button) => {
    button.hidden = false;
    const text = paused ? 'Resume updates' : 'Pause updates';
    if (button.textContent !== text) {
      button.textContent = text;
    }
  });
  document.querySelectorAll('[data-live-state]').forEach((state) => {
    const text = paused ? 'Paused.' : away ? 'The server cannot be reached; trying again.' : '';
    if (state.textContent !== text) {
      state.textContent = text;
    }
    state.toggleAttribute('data-away', away && !paused);
  });
}

function refreshed() {
  document.querySelectorAll('[data-live-at]').forEach((at) => {
    const now = new Date();
    const time = document.createElement('time');
    time.dateTime = now.toISOString();
    time.textContent = now.toLocaleTimeString();
    at.replaceChildren('Updated ', time);
  });
}

function refreshSoon() {
  if (region() && !document.hidden) {
    window.htmx?.trigger(region(), 'refresh');
  }
}

document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-live-toggle]')) {
    paused = !paused;
    show();
    if (!paused) {
      refreshSoon();
    }
  }
});

document.addEventListener('visibilitychange', refreshSoon);

document.addEventListener('htmx:beforeRequest', (event) => {
  const live = event.target;
  if (live.id !== 'live') {
    return;
  }
  // What has an id gets its focus back; the rest would lose it.
  const active = document.activeElement;
  const busy = live.contains(active) && (active.id === '' || active.matches('input, select, textarea'));
  const reading = live.querySelector('details[open]:not([data-table])') !== null;
  if (paused || document.hidden || busy || reading) {
    event.preventDefault();
  }
});

document.addEventListener('htmx:beforeSwap', (event) => {
  const answer = event.detail.xhr;
  if (event.target.id === 'live' && answer.responseURL.includes('/admin/login')) {
    event.detail.shouldSwap = false;
    window.location.reload();
  }
});

document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.elt?.id === 'live' || event.target.id === 'live') {
    away = !event.detail.successful;
    if (!away) {
      refreshed();
    }
    show();
  }
});

document.addEventListener('htmx:afterSettle', show);
show();

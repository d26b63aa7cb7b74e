// Keeps relative times true while a page stays open, and adds the local time to the exact one.
const UNITS = [
  ['day', 86400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
];

function words(seconds) {
  const size = Math.abs(seconds);
  if (seconds >= 0 && size < 45) {
    return 'just now';
  }
  const [unit, length] = UNITS.find(([, each]) => size >= each) ?? UNITS[3];
  const count = Math.floor(size / length);
  const span = `${count} ${unit}${unit === 'day' && count > 1 ? 's' : ''}`;
  return seconds >= 0 ? `${span} ago` : `in ${span}`;
}

function refresh() {
  document.querySelectorAll('time[data-relative]').forEach((time) => {
    const moment = new Date(time.dateTime);
    const seconds = (Date.now() - moment) / 1000;
    if (Math.abs(seconds) < 14 * 86400) {
      time.textContent = words(seconds);
    }
    if (!time.dataset.local) {
      time.dataset.local = 'yes';
      time.title = `${time.title} (${moment.toLocaleString()} here)`;
    }
  });
}

setInterval(refresh, 15000);
document.addEventListener('htmx:afterSettle', refresh);
document.addEventListener('htmx:oobAfterSwap', refresh);
refresh();

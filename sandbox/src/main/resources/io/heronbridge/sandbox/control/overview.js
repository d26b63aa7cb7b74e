// Fills the tables and refreshes them while the page is visible and not paused.

const INTERVAL = 2000;
const find = (id) => document.getElementById(id);
let paused = false;

const time = (text) => (text ? new Date(text).toLocaleTimeString() : '–');
const short = (text) => (text ? `${text.slice(0, 10)}…` : '–');
const word = (text) => String(text ?? '–').replaceAll('_', ' ');
const mark = (text, good) => ({ text, className: good ? 'good' : 'bad' });
const code = (text, title) => ({ text, title, tag: 'code' });
const item = (id) =>
  id ? { text: short(id), title: id, tag: 'a', href: `/items/${encodeURIComponent(id)}` } : '–';

function itemState(login) {
  if (login.removed) return mark('removed', false);
  if (login.error) return mark(word(login.error.error_code), false);
  return mark(login.exchanged ? 'active' : 'not yet exchanged', true);
}

const tables = {
  links: (link) => [
    item(link.item_id),
    link.end_user_id,
    mark(
      link.status_message ? `${word(link.status)}: ${link.status_message}` : word(link.status),
      ['active', 'syncing', 'pending'].includes(link.status),
    ),
    time(link.last_successful_sync),
  ],
  webhooks: (hook) => [
    time(hook.time),
    `${hook.webhook_type ?? '?'} / ${hook.webhook_code ?? '?'}`,
    item(hook.item_id),
    mark(word(hook.signature), hook.signature === 'valid'),
    hook.age_seconds === null ? '–' : `${hook.age_seconds} s`,
  ],
  events: (event) => [
    time(event.time),
    event.type || '?',
    event.item_id ? item(event.item_id) : '–',
    mark(event.verified ? 'valid' : 'not valid', event.verified),
  ],
  items: (login) => [
    item(login.item_id),
    login.institution_name,
    itemState(login),
    code(login.webhook || 'nowhere'),
  ],
  faults: (rule) => [
    rule.id,
    code(`${rule.match.method || 'any'} ${rule.match.path || 'any path'}`),
    rule.effect.type === 'status' ? `status ${rule.effect.status}` : word(rule.effect.type),
    rule.times ?? 'no end',
    rule.used,
  ],
  requests: (request) => [
    time(request.time),
    code(`${request.method} ${request.path}`),
    mark(
      [request.status ?? 'none', request.fault && `(${word(request.fault)})`].filter(Boolean).join(' '),
      request.status < 400 && request.status !== null,
    ),
  ],
};

function cell(value) {
  const td = document.createElement('td');
  const plain = typeof value !== 'object' || value === null;
  const holder = !plain && value.tag ? document.createElement(value.tag) : td;
  holder.textContent = plain ? value : value.text;
  if (!plain && value.className) holder.className = value.className;
  if (!plain && value.title) holder.title = value.title;
  if (!plain && value.href) holder.href = value.href;
  if (holder !== td) td.append(holder);
  return td;
}

const last = {};

function fill(name, rows) {
  const body = find(name);
  // Only a change is drawn, and never under the reader's focus.
  const news = JSON.stringify(rows);
  if (news === last[name] || body.contains(document.activeElement)) return;
  last[name] = news;
  const headings = body.closest('table').tHead.rows[0].cells;
  const lines = rows.map((row) => {
    const line = document.createElement('tr');
    line.append(...tables[name](row).map(cell));
    [...line.cells].forEach((td, column) => {
      td.dataset.label = headings[column].textContent;
    });
    return line;
  });
  if (lines.length === 0) {
    const line = document.createElement('tr');
    const nothing = cell('Nothing yet.');
    nothing.className = 'empty';
    nothing.colSpan = headings.length;
    line.append(nothing);
    lines.push(line);
  }
  body.replaceChildren(...lines);
}

let shown = '';

function say(text) {
  // The status line is announced aloud: change it only when it says something new.
  if (text !== shown) {
    shown = text;
    find('state').textContent = text;
  }
}

async function refresh() {
  if (paused || document.hidden) return;
  try {
    const answer = await fetch('/control/overview');
    const overview = await answer.json();
    Object.keys(tables).forEach((name) => fill(name, overview[name]));
    say('Refreshed every two seconds.');
  } catch {
    say('The sandbox does not answer.');
  }
}

find('pause').addEventListener('click', () => {
  paused = !paused;
  find('pause').textContent = paused ? 'Resume' : 'Pause';
  say(paused ? 'Paused.' : 'Refreshed every two seconds.');
  refresh();
});

refresh();
setInterval(refresh, INTERVAL);

// Opens Plaid Link and carries its outcome to the server. What is under way is kept in the
// browser, so that neither a reload nor the way over an OAuth bank loses it.
const page = document.querySelector('main.connect');
const progress = document.querySelector('#progress');
const trouble = document.querySelector('#trouble');
const choice = document.querySelector('#choice');
const texts = JSON.parse(page.dataset.words);
const HOME = '/connect/session';
const OPENED = 'heron-bridge.opened';
const HANDED = 'heron-bridge.handed';
const SLOW = 300;
const LONGEST_WAIT = 10 * 60 * 1000;
let pressed = null;

// Kept with the page's key: what another person began in this browser is never taken up for this one.
function memory(storage) {
  return {
    get: (name) => {
      const { key, value } = JSON.parse(storage.getItem(name) ?? '{}');
      return key === page.dataset.formKey ? value : null;
    },
    set: (name, value) => storage.setItem(name, JSON.stringify({ key: page.dataset.formKey, value })),
    drop: (name) => storage.removeItem(name),
  };
}

const kept = memory(sessionStorage);
// A bank's app may come back in another tab: that one finds here what this one opened.
const shared = memory(localStorage);

function remember(opened) {
  kept.set(OPENED, opened);
  shared.set(OPENED, opened);
}

function forget() {
  kept.drop(OPENED);
  shared.drop(OPENED);
}

function busy(is) {
  document.querySelectorAll('[data-connect]').forEach((button) => {
    button.disabled = is;
  });
  page.setAttribute('aria-busy', String(is));
}

function say(words) {
  progress.textContent = words;
  if (words) {
    trouble.hidden = true;
    choose(false);
  }
}

function choose(is) {
  choice.hidden = !is;
  document.querySelector('[data-main]').hidden = is;
}

// Tone: danger, warning, or nothing when all is as it should be.
function complain(words, tone = 'danger') {
  say('');
  busy(false);
  trouble.toggleAttribute('data-tone', tone !== '');
  if (tone) {
    trouble.dataset.tone = tone;
  }
  trouble.textContent = words;
  trouble.hidden = false;
  pressed?.focus();
}

async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Form-Key': page.dataset.formKey },
    body: JSON.stringify(body),
  });
  const said = await answer.json();
  if (said.outcome === 'closed') {
    // The page itself says why: its time is over, or the link was withdrawn.
    kept.drop(HANDED);
    forget();
    window.location.replace(HOME);
    await new Promise(() => {});
  }
  return said;
}

function pause(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

// Says it only when it takes long enough to be noticed.
async function slowly(words, work) {
  const timer = setTimeout(() => say(words), SLOW);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

// What was wanted: which bank to mend, whether to choose its accounts, which one to replace.
function wish(button) {
  const { bank, accounts, replace } = button.dataset;
  return { bank, accounts: accounts === 'yes', replace };
}

async function ask(wanted) {
  const { bank, accounts } = wanted;
  const answer = await slowly(
    texts.opening,
    post('/connect/link-tokens', bank ? { bank, accounts } : {}),
  );
  if (answer.outcome !== 'ready') {
    throw Object.assign(new Error(answer.outcome), { words: answer.message });
  }
  return { ticket: answer.link_token, wanted };
}

function report(wanted, error, metadata) {
  return post('/connect/exits', { bank: wanted.bank, error, metadata });
}

async function explain(wanted, error, metadata) {
  try {
    const { message, outcome } = await report(wanted, error, metadata);
    complain(message, outcome === 'left' ? '' : 'danger');
  } catch {
    complain(texts['not-connected']);
  }
}

function succeed({ wanted }, ticket, metadata) {
  if (wanted.bank) {
    finish(() => post('/connect/repaired', { bank: wanted.bank, accounts: wanted.accounts, metadata }));
  } else {
    const more = wanted.replace ? { replace: wanted.replace } : {};
    hand({ ticket, metadata, more, since: Date.now() });
  }
}

function open(opened, returned, again) {
  remember(opened);
  let handler;
  // Link may call back before create has returned.
  const close = () => {
    forget();
    handler?.destroy?.();
  };
  const options = {
    token: opened.ticket,
    onSuccess: (ticket, metadata) => {
      close();
      succeed(opened, ticket, metadata);
    },
    onExit: (error, metadata) => {
      close();
      if (error?.error_code === 'INVALID_LINK_TOKEN' && !again) {
        report(opened.wanted, error, metadata).catch(() => {});
        start(opened.wanted, true);
      } else {
        explain(opened.wanted, error, metadata);
      }
    },
    onEvent: () => {},
  };
  if (returned) {
    // Some banks append a fragment, which Plaid refuses.
    [options.receivedRedirectUri] = window.location.href.split('#');
  }
  handler = window.Plaid.create(options);
  say('');
  handler.open();
}

async function start(wanted, again) {
  busy(true);
  trouble.hidden = true;
  document.querySelector('#last')?.remove();
  if (!window.Plaid) {
    complain(texts.blocked);
    return;
  }
  try {
    open(await ask(wanted), false, again);
  } catch (failure) {
    complain(failure.words ?? texts.unreachable);
  }
}

// The same hand-over again does no harm: the server knows it and answers the same.
function hand(handed) {
  kept.set(HANDED, handed);
  return finish(
    () => post('/connect/public-tokens', { public_token: handed.ticket, metadata: handed.metadata, ...handed.more }),
    handed,
  );
}

async function finish(send, handed) {
  const end = (handed?.since ?? Date.now()) + LONGEST_WAIT;
  busy(true);
  say(texts.connecting);
  for (;;) {
    let answer;
    try {
      answer = await send();
    } catch {
      answer = { outcome: 'wait', seconds: 3, message: texts.retrying };
    }
    if (answer.outcome !== 'wait') {
      settle(answer, handed);
      return;
    }
    if (Date.now() > end) {
      kept.drop(HANDED);
      complain(texts['too-long']);
      return;
    }
    say(answer.message);
    await pause(Math.min(answer.seconds ?? 3, 30) * 1000);
  }
}

function offer(answer, handed) {
  say('');
  busy(false);
  trouble.hidden = true;
  choice.querySelector('#choice-title').textContent = answer.title;
  choice.querySelector('#choice-text').textContent = answer.message;
  choose(true);
  choice.querySelector('#choice-title').focus();
  choice.onclick = (event) => {
    const wishes = { replace: { replace: answer.bank }, again: { allow_duplicate: true } };
    const chosen = event.target.dataset.choice;
    if (chosen === 'keep') {
      kept.drop(HANDED);
      choose(false);
      complain(texts.kept, '');
    } else if (chosen) {
      hand({ ...handed, more: wishes[chosen], since: Date.now() });
    }
  };
}

function settle(answer, handed) {
  if (answer.outcome === 'duplicate') {
    offer(answer, handed);
    return;
  }
  kept.drop(HANDED);
  if (answer.outcome === 'connected') {
    window.location.replace(HOME);
  } else {
    complain(answer.message);
  }
}

function goOn() {
  const handed = kept.get(HANDED);
  const opened = kept.get(OPENED) ?? shared.get(OPENED);
  if (handed) {
    hand(handed);
  } else if (page.dataset.returning && opened && window.Plaid) {
    busy(true);
    open(opened, true, true);
  } else if (page.dataset.returning) {
    complain(texts['other-window']);
  }
}

document.querySelectorAll('[data-connect]').forEach((button) => {
  button.addEventListener('click', () => {
    pressed = button;
    start(wish(button));
  });
});
goOn();

// Opens Plaid Link and carries its outcome to the server. What is under way is kept in
// sessionStorage, so that neither a reload nor the way over an OAuth bank loses it.
const page = document.querySelector('main.connect');
const progress = document.querySelector('#progress');
const trouble = document.querySelector('#trouble');
const choice = document.querySelector('#choice');
const OPENED = 'heron-bridge.opened';
const HANDED = 'heron-bridge.handed';
const SLOW = 300;
const LONGEST_WAIT = 10 * 60 * 1000;

// Kept with the page's key: what another person began in this tab is never taken up for this one.
const kept = {
  get: (name) => {
    const { key, value } = JSON.parse(sessionStorage.getItem(name) ?? '{}');
    return key === page.dataset.formKey ? value : null;
  },
  set: (name, value) => sessionStorage.setItem(name, JSON.stringify({ key: page.dataset.formKey, value })),
  drop: (name) => sessionStorage.removeItem(name),
};

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
    choice.hidden = true;
  }
}

function complain(words, tone = 'danger') {
  say('');
  busy(false);
  trouble.dataset.tone = tone;
  trouble.textContent = words;
  trouble.hidden = false;
}

async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Form-Key': page.dataset.formKey },
    body: JSON.stringify(body),
  });
  return answer.json();
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

function leftWords(error, metadata) {
  if (error) {
    const reason = error.display_message ?? 'Your bank could not be connected this time.';
    return `${reason} You can try again with the button below.`;
  }
  const bank = metadata?.institution?.name;
  return metadata?.status === 'institution_not_found'
    ? 'If your bank was not in the list, try another one. Nothing was shared.'
    : `${bank ? `${bank} was not connected` : 'No bank was connected'}. Nothing was shared.`;
}

async function ask(bank) {
  const answer = await slowly(
    'Opening a secure window…',
    post('/connect/link-tokens', bank ? { bank } : {}),
  );
  if (answer.outcome !== 'ready') {
    throw Object.assign(new Error(answer.outcome), { words: answer.message });
  }
  return { ticket: answer.link_token, bank };
}

function open(opened, returned, again) {
  kept.set(OPENED, opened);
  let handler;
  // Link may call back before create has returned.
  const close = () => handler?.destroy?.();
  const options = {
    token: opened.ticket,
    onSuccess: (ticket, metadata) => {
      kept.drop(OPENED);
      close();
      if (opened.bank) {
        finish(() => post('/connect/repaired', { bank: opened.bank }));
      } else {
        hand({ ticket, metadata, since: Date.now() });
      }
    },
    onExit: async (error, metadata) => {
      kept.drop(OPENED);
      close();
      if (error?.error_code === 'INVALID_LINK_TOKEN' && !again) {
        start(opened.bank, true);
        return;
      }
      complain(leftWords(error, metadata));
    },
    onEvent: () => {},
  };
  if (returned) {
    options.receivedRedirectUri = window.location.href;
  }
  handler = window.Plaid.create(options);
  say('');
  handler.open();
}

async function start(bank, again) {
  busy(true);
  trouble.hidden = true;
  if (!window.Plaid) {
    complain('The secure window of Plaid could not be loaded. Switch off content blockers for this page, then reload it.');
    return;
  }
  try {
    open(await ask(bank), false, again);
  } catch (failure) {
    complain(failure.words ?? 'We could not be reached. Check your connection and try again.');
  }
}

// The same hand-over again does no harm: the server knows it and answers the same.
function hand(handed, more = {}) {
  kept.set(HANDED, handed);
  return finish(
    () => post('/connect/public-tokens', { public_token: handed.ticket, metadata: handed.metadata, ...more }),
    handed,
  );
}

async function finish(send, handed) {
  const end = (handed?.since ?? Date.now()) + LONGEST_WAIT;
  busy(true);
  say('Connecting your bank… This takes a few seconds. Please keep this page open.');
  for (;;) {
    let answer;
    try {
      answer = await send();
    } catch {
      answer = { outcome: 'wait', seconds: 3, message: 'We cannot be reached just now. Trying again; please keep this page open.' };
    }
    if (answer.outcome !== 'wait') {
      settle(answer, handed);
      return;
    }
    if (Date.now() > end) {
      kept.drop(HANDED);
      complain('This did not finish in time. If your bank is not listed below in a few minutes, connect it again.');
      return;
    }
    say(answer.message);
    await pause(Math.min(answer.seconds ?? 3, 30) * 1000);
  }
}

function settle(answer, handed) {
  if (answer.outcome === 'duplicate') {
    complain(answer.message, 'warning');
    choice.hidden = false;
    choice.onclick = (event) => {
      const chosen = event.target.dataset.choice;
      choice.hidden = true;
      if (chosen === 'again') {
        hand(handed, { allow_duplicate: true });
      } else if (chosen === 'keep') {
        kept.drop(HANDED);
        trouble.hidden = true;
      }
    };
    return;
  }
  kept.drop(HANDED);
  if (answer.outcome === 'connected') {
    window.location.replace('/connect/session');
  } else {
    complain(answer.message);
  }
}

function goOn() {
  const handed = kept.get(HANDED);
  const opened = kept.get(OPENED);
  if (handed) {
    hand(handed);
  } else if (page.dataset.returning && opened && window.Plaid) {
    busy(true);
    open(opened, true, true);
  } else if (page.dataset.returning) {
    complain('You are back from your bank, but in another window than the one you started in. Please press the button again.');
  }
}

document.querySelectorAll('[data-connect]').forEach((button) => {
  button.addEventListener('click', () => start(button.dataset.bank));
});
goOn();

// The dialog's steps. Talks to the sandbox it was served from, and to the page that opened it.

const query = new URLSearchParams(window.location.search);
const linkToken = query.get('link_token') ?? '';
const page = query.get('page');
const find = (selector) => document.querySelector(selector);
const views = ['#banks', '#login', '#oauth', '#accounts', '#done'];

let session = {};
let bank = null;
let signedIn = null;
let outcome = null;
let goBack = null;

function tell(message) {
  if (page && window.parent !== window) {
    window.parent.postMessage(message, page);
  }
}

function report(name, more = {}) {
  const metadata = {
    error_code: null,
    error_message: null,
    error_type: null,
    exit_status: null,
    institution_id: bank?.institution_id ?? null,
    institution_name: bank?.name ?? null,
    is_update_mode: session.mode === 'update' ? 'true' : 'false',
    link_session_id: session.link_session_id ?? '',
    request_id: '',
    timestamp: new Date().toISOString(),
    view_name: null,
    ...more,
  };
  tell({ type: 'event', name, metadata });
}

async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const json = await answer.json();
  if (json.error) {
    throw Object.assign(new Error(json.error.error_message), { plaid: json.error });
  }
  return json;
}

function show(view, title, lead) {
  views.forEach((name) => {
    find(name).hidden = name !== view;
  });
  find('#title').textContent = title;
  find('#lead').textContent = lead;
  find('#problem').hidden = true;
  find('#title').focus();
}

function complain(text) {
  find('#problem').textContent = text;
  find('#problem').hidden = false;
}

function exit(error, status) {
  const plain = error && {
    error_type: error.error_type,
    error_code: error.error_code,
    error_message: error.error_message,
    display_message: error.display_message,
  };
  const about = bank && { name: bank.name, institution_id: bank.institution_id };
  report('EXIT', { exit_status: status, ...(plain ?? {}) });
  tell({
    type: 'exit',
    error: plain ?? null,
    metadata: {
      institution: about ?? null,
      status: status ?? null,
      link_session_id: session.link_session_id ?? '',
      request_id: '',
    },
  });
}

function status() {
  if (!find('#login').hidden) return 'requires_credentials';
  if (!find('#oauth').hidden) return 'requires_oauth';
  if (!find('#accounts').hidden) return 'requires_account_selection';
  return null;
}

function stop(error) {
  report('ERROR', error);
  exit(error, null);
  if (window.parent === window) {
    show('', 'This link cannot be used', error.error_message);
  }
}

function chooseBank() {
  bank = null;
  goBack = null;
  show('#banks', 'Choose your bank', `${session.application} asks to see your transactions.`);
}

function signIn() {
  goBack = session.mode === 'update' ? null : chooseBank;
  document.querySelectorAll('[data-back]').forEach((button) => {
    button.hidden = goBack === null;
  });
  if (bank.oauth && session.redirects) {
    show('#oauth', bank.name, 'You will go to your bank to sign in there, and come back here.');
    return;
  }
  find('#login').reset();
  const verb = session.mode === 'update' ? 'Sign in again to' : 'Sign in to';
  show('#login', `${verb} ${bank.name}`, 'Sample sign-in details are given below.');
  find('#username').focus();
}

function chooseAccounts() {
  const fields = find('#accounts fieldset');
  fields.querySelectorAll('.account').forEach((old) => old.remove());
  signedIn.accounts.forEach((account) => {
    const label = document.createElement('label');
    const box = document.createElement('input');
    const text = document.createElement('span');
    const small = document.createElement('small');
    label.className = 'account';
    box.type = 'checkbox';
    box.name = 'account';
    box.value = account.key;
    box.checked = true;
    small.textContent = `${account.subtype} ending in ${account.mask}`;
    text.append(account.name, small);
    label.append(box, text);
    fields.append(label);
  });
  show('#accounts', 'Choose accounts', `Choose which accounts at ${bank.name} to share.`);
}

async function complete(keys) {
  outcome = await call('POST', '/link/complete', {
    sign_in_id: signedIn.sign_in_id,
    accounts: keys,
  });
  report('HANDOFF');
  const verb = session.mode === 'update' ? 'reconnected' : 'connected';
  show('#done', 'All done', `${bank.name} is ${verb}.`);
  find('#done button').focus();
}

async function afterSignIn() {
  if (session.chooses_accounts) {
    chooseAccounts();
  } else {
    await complete(signedIn.accounts.map((account) => account.key));
  }
}

function onSubmit(form, work) {
  find(form).addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = find(`${form} button:not([type])`);
    button.disabled = true;
    try {
      await work();
    } catch (failure) {
      if (failure.plaid?.error_code === 'INVALID_LINK_TOKEN') {
        stop(failure.plaid);
      } else {
        report('ERROR', failure.plaid ?? {});
        complain(describe(failure));
      }
    } finally {
      button.disabled = false;
    }
  });
}

function describe(failure) {
  const error = failure.plaid;
  if (!error) {
    return 'The sandbox did not answer. Please try again.';
  }
  return `${error.display_message ?? error.error_message} (${error.error_code})`;
}

onSubmit('#login', async () => {
  signedIn = await call('POST', '/link/login', {
    link_token: linkToken,
    institution_id: bank.institution_id,
    username: find('#username').value.trim(),
    password: find('#password').value,
  });
  await afterSignIn();
});

onSubmit('#oauth', async () => {
  const { redirect } = await call('POST', '/link/oauth', {
    link_token: linkToken,
    institution_id: bank.institution_id,
  });
  tell({ type: 'leave', address: redirect });
  if (window.parent === window) {
    window.location.assign(redirect);
  }
});

onSubmit('#accounts', async () => {
  const keys = [...document.querySelectorAll('#accounts input:checked')].map((box) => box.value);
  if (keys.length === 0) {
    complain('Choose at least one account.');
    return;
  }
  await complete(keys);
});

onSubmit('#done', async () => {
  tell({ type: 'success', publicToken: outcome.public_token, metadata: outcome.metadata });
  if (window.parent === window) {
    show('', 'All done', 'You may close this page.');
  }
});

function close() {
  // After the hand-over there is nothing left to give up: closing then means success.
  if (outcome) {
    find('#done').requestSubmit();
  } else {
    exit(null, status());
  }
}

find('#close').addEventListener('click', close);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    close();
  }
});
document.querySelectorAll('[data-back]').forEach((button) => {
  button.addEventListener('click', () => goBack?.());
});
window.addEventListener('message', (message) => {
  if (message.source === window.parent && message.origin === page && message.data.type === 'close') {
    close();
  }
});

function offerBanks() {
  session.institutions.forEach((institution) => {
    const row = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'bank';
    button.textContent = institution.name;
    button.addEventListener('click', () => {
      bank = institution;
      report('SELECT_INSTITUTION');
      signIn();
    });
    row.append(button);
    find('#banks ul').append(row);
  });
}

async function start() {
  const state = query.has('oauth_state_id')
    ? `&oauth_state_id=${encodeURIComponent(query.get('oauth_state_id'))}`
    : '';
  session = await call('GET', `/link/session?link_token=${encodeURIComponent(linkToken)}${state}`);
  report('OPEN');
  offerBanks();
  bank = session.institution;
  signedIn = session.signed_in ?? null;
  if (signedIn) {
    goBack = null;
    document.querySelectorAll('[data-back]').forEach((button) => {
      button.hidden = true;
    });
    await afterSignIn();
  } else if (bank) {
    signIn();
  } else {
    chooseBank();
  }
}

start().catch((failure) => {
  stop(failure.plaid ?? { error_type: 'API_ERROR', error_code: 'INTERNAL_SERVER_ERROR',
    error_message: 'The sandbox did not answer.', display_message: null });
});

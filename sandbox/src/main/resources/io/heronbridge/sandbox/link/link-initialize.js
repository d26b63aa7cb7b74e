// Stand-in for Plaid's Link script. Offers the same Plaid.create, opens the sandbox's own dialog.
(() => {
  'use strict';

  if (window.Plaid) {
    console.warn('The Link script was loaded twice on this page; the second copy does nothing.');
    return;
  }

  const origin = new URL(document.currentScript.src).origin;
  const nothing = () => {};

  const overlayStyle = {
    background: 'rgb(0 0 0 / 45%)',
    border: '0',
    boxSizing: 'border-box',
    height: '100dvh',
    inset: '0',
    margin: '0',
    maxHeight: 'none',
    maxWidth: 'none',
    overflow: 'hidden',
    padding: '0',
    position: 'fixed',
    width: '100vw',
    zIndex: '2147483647',
  };

  const frameStyle = {
    background: 'transparent',
    border: '0',
    colorScheme: 'light dark',
    display: 'block',
    height: '100%',
    width: '100%',
  };

  function dress(element, style) {
    // Only through the object model: the page's policy may forbid style attributes and sheets.
    Object.entries(style).forEach(([name, value]) => {
      element.style[name] = value;
    });
  }

  function dialogAddress(options) {
    const address = new URL('/link/dialog', origin);
    address.searchParams.set('link_token', options.token ?? '');
    address.searchParams.set('page', window.location.origin);
    if (options.receivedRedirectUri) {
      const state = new URL(options.receivedRedirectUri).searchParams.get('oauth_state_id');
      address.searchParams.set('oauth_state_id', state ?? '');
    }
    return address.href;
  }

  class Session {
    constructor(options) {
      this.onSuccess = options.onSuccess ?? nothing;
      this.onExit = options.onExit ?? nothing;
      this.onEvent = options.onEvent ?? nothing;
      this.options = options;
      this.hear = this.hear.bind(this);
      setTimeout(() => (options.onLoad ?? nothing)(), 0);
    }

    open() {
      if (this.overlay || this.destroyed) {
        return;
      }
      this.frame = document.createElement('iframe');
      this.frame.title = 'Plaid Link sandbox';
      this.frame.src = dialogAddress(this.options);
      dress(this.frame, frameStyle);
      this.overlay = document.createElement('dialog');
      this.overlay.setAttribute('aria-label', 'Connect a bank, sandbox');
      dress(this.overlay, overlayStyle);
      this.overlay.addEventListener('cancel', (event) => {
        event.preventDefault();
        this.exit();
      });
      this.overlay.append(this.frame);
      document.body.append(this.overlay);
      window.addEventListener('message', this.hear);
      this.overlay.showModal();
      this.frame.focus();
    }

    hear(message) {
      if (message.origin !== origin || message.source !== this.frame?.contentWindow) {
        return;
      }
      const { type, name, metadata, publicToken, error, address } = message.data;
      if (type === 'event') {
        this.onEvent(name, metadata);
      } else if (type === 'success') {
        this.close();
        this.onSuccess(publicToken, metadata);
      } else if (type === 'exit') {
        this.close();
        this.onExit(error, metadata);
      } else if (type === 'leave') {
        window.location.assign(address);
      }
    }

    exit(how) {
      if (!this.overlay) {
        return;
      }
      if (how?.force) {
        this.close();
        this.onExit(null, { institution: null, status: null, link_session_id: '', request_id: '' });
      } else {
        this.frame.contentWindow.postMessage({ type: 'close' }, origin);
      }
    }

    close() {
      window.removeEventListener('message', this.hear);
      this.overlay?.close();
      this.overlay?.remove();
      this.overlay = undefined;
    }

    destroy() {
      this.close();
      this.destroyed = true;
    }
  }

  window.Plaid = {
    create(options) {
      if (!options || typeof options.token !== 'string') {
        throw new TypeError('Plaid.create needs a link token');
      }
      const session = new Session(options);
      return {
        open: () => session.open(),
        exit: (how) => session.exit(how),
        destroy: () => session.destroy(),
      };
    },
  };
})();

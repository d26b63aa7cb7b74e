/** The doors for webhooks: no login, the signature is the login. */
package io.heronbridge.portal.webhook;

/** Drift: in what Heron or Plaid disagree with us, and repairing it with one click. */
package io.heronbridge.portal.admin.drift;

/** Pages rendered from sample records, without a server. */
package io.heronbridge.portal.sample;

/** Connections whose access token was lost on the way from Plaid. */
package io.heronbridge.portal.admin.exchanges;

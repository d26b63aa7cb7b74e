/** Who is calling: the one authentication mechanism for pages and API, and signing in and out. */
package io.heronbridge.portal.session;

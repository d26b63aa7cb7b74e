/** What all pages share: rendering, security headers, cross-site protection, errors. */
package io.heronbridge.portal.page;

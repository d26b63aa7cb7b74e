/** API keys: issued, replaced and revoked. */
package io.heronbridge.portal.admin.apikeys;

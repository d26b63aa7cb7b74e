/** What everybody may do about their own access. */
package io.heronbridge.portal.admin.account;

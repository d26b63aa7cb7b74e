/** End users, their banks, and hosted links for them. */
package io.heronbridge.portal.admin.endusers;

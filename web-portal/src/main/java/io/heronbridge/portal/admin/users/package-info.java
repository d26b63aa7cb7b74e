/** Who may use the portal: added, changed, deactivated, and signed out. */
package io.heronbridge.portal.admin.users;

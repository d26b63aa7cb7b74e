/** The admin portal: its frame, and what its pages share. */
package io.heronbridge.portal.admin;

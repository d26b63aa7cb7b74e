/** Setting integrations up, checking, pausing and removing them. */
package io.heronbridge.portal.admin.integrations;

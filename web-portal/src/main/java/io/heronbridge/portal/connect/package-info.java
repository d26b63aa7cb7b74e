/** What end users see: connecting their banks. */
package io.heronbridge.portal.connect;

/** What lenders' backends were told, and where they want to hear of it. */
package io.heronbridge.portal.admin.events;

/** What lenders' backends are told of: one row for each event, with the bytes that are sent. */
package io.heronbridge.persistence.lenderevent;

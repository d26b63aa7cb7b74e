/** Link sessions: the hosted connect page's links and who they were made for. */
package io.heronbridge.persistence.session;

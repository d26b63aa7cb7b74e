/**
 * The guide that leads through an integration's set-up: what is done, what comes next, and a test
 * connection that is followed from the hosted link to the first webhook at Heron.
 */
package io.heronbridge.integration.guide;

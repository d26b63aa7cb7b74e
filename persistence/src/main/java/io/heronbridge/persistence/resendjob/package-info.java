/**
 * Jobs that resend many failed links: what was asked for, which links that is, and how far it has
 * come.
 */
package io.heronbridge.persistence.resendjob;

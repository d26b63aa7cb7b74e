/**
 * What every test stands on: a real PostgreSQL, real servers with the real archives, the sandbox, a
 * client, a browser. Each is started when first asked for and stopped once, at the end of the run.
 */
package io.heronbridge.it.support;

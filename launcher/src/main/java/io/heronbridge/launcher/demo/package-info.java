/** What makes {@code ./run} a demonstration: a sandbox, sign-in, an integration, a hosted link. */
package io.heronbridge.launcher.demo;

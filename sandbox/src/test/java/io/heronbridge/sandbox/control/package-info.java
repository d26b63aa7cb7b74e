/** The pages of the sandbox, as a browser without scripts uses them. */
package io.heronbridge.sandbox.control;

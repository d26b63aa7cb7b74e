/**
 * What a sandbox takes from one run to the next: one file, replaced whole.
 *
 * <p>Fields are written as the classes have them. A file that another version wrote and this one
 * cannot read is set aside, and the sandbox starts empty: nothing real is lost.
 */
package io.heronbridge.sandbox.memory;

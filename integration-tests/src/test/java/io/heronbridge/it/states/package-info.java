/**
 * State diagrams, taken at their word: every declared arrow is gone by a real server during a run,
 * and no other is.
 */
package io.heronbridge.it.states;

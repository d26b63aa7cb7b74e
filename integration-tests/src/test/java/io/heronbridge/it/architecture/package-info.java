/** The rules of the house that a compiler cannot know; each says in its name what it protects. */
package io.heronbridge.it.architecture;

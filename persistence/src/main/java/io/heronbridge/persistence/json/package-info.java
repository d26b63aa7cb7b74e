/** The JSON library that every module uses. */
package io.heronbridge.persistence.json;

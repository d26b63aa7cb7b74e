/** Words for people and for the API, as they are written everywhere. */
package io.heronbridge.integration.words;

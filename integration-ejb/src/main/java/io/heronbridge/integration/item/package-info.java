/** Items and their integration links as pages and the API show them. */
package io.heronbridge.integration.item;

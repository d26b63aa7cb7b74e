/** Where outbound calls may go: never to private addresses, unless the operator allows it. */
package io.heronbridge.integration.net;

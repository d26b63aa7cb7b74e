/** The API document, for programs and, rendered, for people. */
package io.heronbridge.portal.reference;

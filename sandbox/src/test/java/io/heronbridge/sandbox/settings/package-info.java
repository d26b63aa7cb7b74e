/** Tests of the switches. */
package io.heronbridge.sandbox.settings;

/** The REST API of the lender's backend: one resource class per noun. */
package io.heronbridge.portal.api;

/** How a lender looks on the connect page: a logo drawn anew, and colours that can be read. */
package io.heronbridge.integration.brand;

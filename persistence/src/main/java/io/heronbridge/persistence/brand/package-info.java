/** How a lender looks to their customers. */
package io.heronbridge.persistence.brand;

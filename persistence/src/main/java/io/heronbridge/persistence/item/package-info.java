/** Items: one login of one end user at one institution, with the access token that opens it. */
package io.heronbridge.persistence.item;

/** The lender's customers as the portal and the API see them. */
package io.heronbridge.integration.enduser;

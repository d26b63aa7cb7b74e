/**
 * The lender's customers: {@code end_user_id} is the lender's word for them, our UUID is Plaid's.
 */
package io.heronbridge.persistence.enduser;

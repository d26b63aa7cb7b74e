/** Who did what, when: written in the same transaction as the effect. */
package io.heronbridge.persistence.audit;

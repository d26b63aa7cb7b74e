/**
 * State diagrams as data: every arrow is declared once, beside its states. The verbs of the
 * entities go only where an arrow leads, the documents draw them, and the tests take each of them.
 */
package io.heronbridge.persistence.lifecycle;

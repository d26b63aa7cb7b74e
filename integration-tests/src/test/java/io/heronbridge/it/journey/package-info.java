/** Whole journeys: from a lender's backend or an end user's browser to Heron and back. */
package io.heronbridge.it.journey;

/** The answer to: does anything need me? */
package io.heronbridge.integration.overview;

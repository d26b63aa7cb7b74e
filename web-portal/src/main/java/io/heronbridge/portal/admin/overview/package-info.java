/** What needs a person now. */
package io.heronbridge.portal.admin.overview;

/** Links: finding, understanding and resending them. */
package io.heronbridge.portal.admin.links;

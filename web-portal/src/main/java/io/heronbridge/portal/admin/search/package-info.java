/** From any id to its page. */
package io.heronbridge.portal.admin.search;

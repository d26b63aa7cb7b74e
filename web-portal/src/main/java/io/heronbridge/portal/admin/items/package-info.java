/** Banks by their state, and what each needs. */
package io.heronbridge.portal.admin.items;

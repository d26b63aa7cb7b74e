/** Banks by their state, what each needs, and the whole story of one. */
package io.heronbridge.portal.admin.items;

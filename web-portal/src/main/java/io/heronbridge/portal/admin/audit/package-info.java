/** Who did what, and when. */
package io.heronbridge.portal.admin.audit;

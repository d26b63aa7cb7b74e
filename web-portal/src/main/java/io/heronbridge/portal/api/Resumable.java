package io.heronbridge.portal.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that is done once by itself, whichever node it is sent to: sent again while it is
 * being worked on, it waits for that work or goes on with it, and tells what came of it. So its
 * repetition need not be turned away.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Resumable {}

package io.heronbridge.portal.page;

import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Finds what a template names with {@code #{…}}. */
final class TextResolver extends AbstractMessageResolver {

  @Override
  public String resolveMessage(
      ITemplateContext context, Class<?> origin, String key, Object[] names) {
    return Texts.in(context.getLocale()).say(key, names == null ? new Object[0] : names);
  }

  /** There is none: a key that is not there has failed before. */
  @Override
  public String createAbsentMessageRepresentation(
      ITemplateContext context, Class<?> origin, String key, Object[] names) {
    return null;
  }
}

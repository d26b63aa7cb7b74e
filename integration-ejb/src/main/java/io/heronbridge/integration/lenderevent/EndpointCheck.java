package io.heronbridge.integration.lenderevent;

import io.heronbridge.integration.net.OutboundRule;
import io.heronbridge.integration.problem.InvalidInputException;
import io.heronbridge.integration.settings.PublicUrls;
import io.heronbridge.integration.settings.Settings;
import io.heronbridge.persistence.lenderevent.LenderEventType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Looks at what somebody typed in before a lender's backend is told anything there. */
@Dependent
class EndpointCheck {
  private static final int LONGEST_URL = 2000;

  @Inject Settings settings;
  @Inject PublicUrls urls;

  /**
   * @throws InvalidInputException when it must not be called
   */
  String url(String text) {
    String url = text == null ? "" : text.trim();
    if (url.isEmpty() || url.length() > LONGEST_URL) {
      throw new InvalidInputException("url", "must be a URL of at most 2000 characters");
    }
    new OutboundRule(settings.allowPrivateAddresses())
        .objection(url)
        .ifPresent(
            objection -> {
              throw new InvalidInputException("url", objection);
            });
    if (urls.isOurDoor(url)) {
      throw new InvalidInputException("url", "is an address of this bridge");
    }
    return url;
  }

  /**
   * @param words none means all
   */
  static List<LenderEventType> types(List<String> words) {
    boolean known =
        words.stream()
            .allMatch(
                word ->
                    LenderEventType.of(word)
                        .filter(LenderEventType.CHOOSABLE::contains)
                        .isPresent());
    if (!known) {
      throw new InvalidInputException(
          "types", "must be link.linked, link.failed, item.login_required or item.removed");
    }
    return LenderEventType.CHOOSABLE.stream()
        .filter(type -> words.isEmpty() || words.contains(type.word()))
        .toList();
  }
}

package io.heronbridge.portal.admin.integrations;

import io.heronbridge.integration.guide.SetUpGuide;
import io.heronbridge.integration.guide.TestView;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.TypedForm;
import io.heronbridge.portal.admin.endusers.ExitLine;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the guide's template shows. */
public final class GuideModel {
  /** An end user nobody takes for a customer. */
  private static final String NOBODY = "test-connection";

  private GuideModel() {}

  /** The model of a guide, with the form for a test connection as it was typed. */
  public static Map<String, Object> of(SetUpGuide guide, TypedForm typed, Instant now) {
    Map<String, Object> model = new HashMap<>();
    model.put("guide", guide);
    model.put("integration", guide.integration());
    model.put("address", SetUpPage.address(guide.integration().id()));
    model.put("typed", typed);
    model.put("endUser", endUser(guide, typed));
    model.put("exit", guide.test().flatMap(TestView::exit).map(ExitLine::of));
    model.put("production", "production".equals(guide.integration().plaid().environment()));
    model.put("now", now);
    model.put("ribbon", new Choices(List.of(guide.integration())).ribbon());
    return model;
  }

  private static String endUser(SetUpGuide guide, TypedForm typed) {
    String said = typed.value("end_user_id");
    return said.isEmpty() ? guide.test().map(TestView::endUserId).orElse(NOBODY) : said;
  }
}

package io.heronbridge.portal.sample;

import io.heronbridge.persistence.access.Role;
import io.heronbridge.portal.admin.Choices;
import io.heronbridge.portal.admin.Frame;
import io.heronbridge.portal.page.Flash;
import io.heronbridge.portal.page.SampleEngine;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Collects rendered pages by name. */
final class SampleSheet {
  private final Map<String, String> pages = new LinkedHashMap<>();
  private final Role role;

  SampleSheet(Role role) {
    this.role = role;
  }

  Map<String, String> pages() {
    return pages;
  }

  void add(String name, String template, Map<String, Object> model) {
    pages.put(name, SampleEngine.render(template, model));
  }

  void framed(
      String name,
      String section,
      String template,
      Optional<Flash> flash,
      Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    Frame.Person ana = new Frame.Person("ana", Optional.of(role));
    String ribbon = new Choices(Samples.integrations()).ribbon();
    all.put("frame", new Frame(section, ana, "form-key", Optional.ofNullable(ribbon), flash));
    add(name, template, all);
  }
}

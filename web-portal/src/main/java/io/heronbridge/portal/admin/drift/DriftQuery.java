package io.heronbridge.portal.admin.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heronbridge.integration.reading.DriftFilter;
import io.heronbridge.portal.page.Visit;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** A filter over drift as it stands in an address. */
public record DriftQuery(DriftFilter filter) {
  static final String LIST = "/admin/drift";

  static DriftQuery of(Visit visit) {
    return new DriftQuery(new DriftFilter(visit.text("kind"), visit.id("integration_id")));
  }

  /** Whether it leaves anything out. */
  public boolean isNarrow() {
    return filter.kind().isPresent() || filter.integrationId().isPresent();
  }

  /** The list with this filter. */
  public String address() {
    return address(List.of());
  }

  /** The page of the list that a cursor names. */
  public String page(String cursor) {
    return address(List.of("cursor=" + URLEncoder.encode(cursor, UTF_8)));
  }

  private String address(List<String> more) {
    List<String> parts = new ArrayList<>();
    filter.kind().ifPresent(kind -> parts.add("kind=" + URLEncoder.encode(kind, UTF_8)));
    filter.integrationId().ifPresent(id -> parts.add("integration_id=" + id));
    parts.addAll(more);
    return parts.isEmpty() ? LIST : LIST + "?" + String.join("&", parts);
  }
}

package io.heronbridge.portal.trace;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.junit.jupiter.api.Test;

class RouteTest {

  @Path("/things")
  static class Things {
    @GET
    public String all() {
      return "";
    }

    @GET
    @Path("{id}/parts")
    public String parts(@PathParam("id") String id) {
      return id;
    }
  }

  /** As containers make them. */
  static class MadeOfThings extends Things {}

  @Test
  void routeIsThatOfTheAnnotationsAndNamesNoId() throws NoSuchMethodException {
    assertThat(Route.of("/api/v1", Things.class, Things.class.getMethod("all")))
        .isEqualTo("/api/v1/things");
    assertThat(
            Route.of("/api/v1", MadeOfThings.class, Things.class.getMethod("parts", String.class)))
        .isEqualTo("/api/v1/things/{id}/parts");
  }
}

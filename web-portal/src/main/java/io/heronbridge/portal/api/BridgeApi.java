package io.heronbridge.portal.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything below {@code /api/v1}. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Heron Bridge",
            version = "1",
            description =
                "Connects end users' banks through Plaid and submits them to Heron. JSON in"
                    + " snake_case, times in UTC, absent values null. Fields are only ever added."
                    + " RateLimit and RateLimit-Policy tell what is left of a key's minute.",
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
    servers = @Server(url = "/"),
    components =
        @Components(schemas = @Schema(name = "Problem", implementation = ProblemJson.class)),
    security = @SecurityRequirement(name = BridgeApi.KEY),
    tags = {
      @Tag(
          name = "Integrations",
          description = "One Plaid client joined to one Heron integration."),
      @Tag(name = "End users", description = "The lender's customers."),
      @Tag(name = "Linking", description = "The ways into Plaid Link."),
      @Tag(name = "Items", description = "Banks that are connected."),
      @Tag(name = "Imports", description = "Many items that were connected elsewhere."),
      @Tag(name = "Integration links", description = "Items as they are known to Heron."),
      @Tag(name = "Resend jobs", description = "Many failed links, tried again together."),
      @Tag(name = "Drift", description = "In what Heron or Plaid disagree with us."),
      @Tag(name = "Webhooks", description = "Those seen, of Plaid and of Heron."),
      @Tag(name = "Events", description = "What the lender's own backend is told.")
    })
@SecurityScheme(
    securitySchemeName = BridgeApi.KEY,
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "An API key: `Authorization: Bearer <key>`.")
public class BridgeApi extends Application {
  static final String KEY = "ApiKey";
}

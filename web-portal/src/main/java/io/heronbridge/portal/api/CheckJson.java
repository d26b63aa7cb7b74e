package io.heronbridge.portal.api;

import io.heronbridge.integration.setup.CheckResult;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What trying both sets of credentials told. */
@Schema(name = "IntegrationCheck")
public record CheckJson(SideJson plaid, SideJson heron) {

  /** One side's verdict. */
  @Schema(name = "IntegrationCheckSide")
  public record SideJson(
      boolean ok,
      @Schema(description = "What is wrong and where to mend it.") String detail,
      @Schema(description = "What does not make it fail, but should be known.")
          List<String> remarks) {
    static SideJson of(CheckResult.Side side) {
      return new SideJson(side.ok(), side.detail(), side.remarks());
    }
  }

  static CheckJson of(CheckResult result) {
    return new CheckJson(SideJson.of(result.plaid()), SideJson.of(result.heron()));
  }
}

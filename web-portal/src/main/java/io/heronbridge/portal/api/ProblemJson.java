package io.heronbridge.portal.api;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What {@link Problem} writes, as the API document describes it. */
@Schema(name = "Problem", description = "An error after RFC 9457.")
record ProblemJson(
    @Schema(examples = "about:blank") String type,
    @Schema(examples = "The request cannot be accepted") String title,
    @Schema(examples = "400") int status,
    @Schema(examples = "See errors for the fields to mend.") String detail,
    @Schema(description = "Each field that is to be mended.") Optional<List<FieldJson>> errors,
    @Schema(description = "Plaid's code, or `exchange_lost`.") Optional<String> errorCode,
    @Schema(description = "Plaid's id of the request.") Optional<String> requestId,
    @Schema(description = "The bank that the end user has already.")
        Optional<String> existingItemId) {

  /** A field that is wrong, missing or unknown. */
  @Schema(name = "ProblemField")
  record FieldJson(
      @Schema(examples = "end_user_id") String field,
      @Schema(examples = "is missing") String message) {}
}

package io.heronbridge.portal.api;

import io.heronbridge.integration.link.ExchangeResult;
import jakarta.ws.rs.core.Response;

/** How each end of an exchange is told. */
final class ExchangeAnswer {
  private ExchangeAnswer() {}

  static Response to(ExchangeResult result) {
    if (result instanceof ExchangeResult.Exchanged exchanged) {
      return Response.status(Response.Status.CREATED).entity(ItemJson.of(exchanged.item())).build();
    }
    if (result instanceof ExchangeResult.AlreadyExchanged already) {
      return Response.ok(ItemJson.of(already.item())).build();
    }
    return refusal(result).response();
  }

  private static Problem refusal(ExchangeResult result) {
    if (result instanceof ExchangeResult.Duplicate duplicate) {
      return Problem.of(
              409,
              "The end user already has this bank",
              "Nothing was exchanged. To connect it again all the same, send \"allow_duplicate\":"
                  + " true; to replace it, send its id as \"replace_item_id\".")
          .with("existing_item_id", duplicate.existing().itemId());
    }
    if (result instanceof ExchangeResult.BelongsToAnother) {
      return Problem.of(
          409, "Conflict", "This public token was used for another end user or integration.");
    }
    if (result instanceof ExchangeResult.Refused refused) {
      Problem problem =
          Problem.of(
                  422,
                  "Plaid refused the public token",
                  "Nothing was exchanged. Open Link again to get a new public token.")
              .with("error_code", refused.errorCode());
      refused.requestId().ifPresent(id -> problem.with("request_id", id));
      return problem;
    }
    if (result instanceof ExchangeResult.Lost lost) {
      Problem problem =
          Problem.of(
                  422,
                  "The exchange was lost",
                  "Plaid's answer never arrived and cannot be had again. The end user must connect anew.")
              .with("error_code", "exchange_lost");
      lost.requestId().ifPresent(id -> problem.with("request_id", id));
      return problem;
    }
    ExchangeResult.Unavailable unavailable = (ExchangeResult.Unavailable) result;
    return Problem.of(unavailable.httpStatus(), "Not just now", unavailable.message())
        .retryAfter(unavailable.retryAfter());
  }
}

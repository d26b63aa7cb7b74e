package io.heronbridge.integration.plaid;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.heronbridge.integration.plaid.PlaidException.Kind;
import java.io.IOException;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Makes one call through plaid-java and turns every way it can end into an answer or a {@link
 * PlaidException}.
 */
final class PlaidCalls {
  private static final Set<String> KEY_CODES =
      Set.of(
          "INVALID_API_KEYS",
          "UNAUTHORIZED_ENVIRONMENT",
          "UNAUTHORIZED_ROUTE_ACCESS",
          "INVALID_HEADERS",
          "ADDITION_LIMIT",
          "CREDITS_EXHAUSTED");

  /** Something is wrong with where the call went, not with what it carried. */
  private static final Set<String> ADDRESS_CODES = Set.of("NOT_FOUND", "NO_LONGER_AVAILABLE");

  private static final Set<String> TRANSIENT_CODES =
      Set.of(
          "INTERNAL_SERVER_ERROR",
          "PLANNED_MAINTENANCE",
          "INSTITUTION_DOWN",
          "INSTITUTION_NOT_RESPONDING",
          "PRODUCT_NOT_READY");
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;
  private static final int NOT_FOUND = 404;

  /** Whether the present thread's call got as far as a connection. */
  private static final ThreadLocal<Boolean> SENT = ThreadLocal.withInitial(() -> false);

  private PlaidCalls() {}

  /** To be installed as a network interceptor: it runs once a connection exists. */
  static Interceptor marksSending() {
    return chain -> {
      SENT.set(true);
      return chain.proceed(chain.request());
    };
  }

  static <T> T execute(String name, Call<T> call) {
    SENT.set(false);
    try {
      Response<T> response = call.execute();
      if (!response.isSuccessful()) {
        throw failure(name, response);
      }
      if (response.body() == null) {
        throw unusable(name);
      }
      return response.body();
    } catch (IOException e) {
      throw new PlaidException(SENT.get() ? Kind.UNKNOWN : Kind.UNREACHABLE, name, e);
    } catch (PlaidException e) {
      throw e;
    } catch (RuntimeException e) {
      // plaid-java throws unchecked exceptions for values it does not know.
      throw new PlaidException(Kind.UNKNOWN, name, e);
    } finally {
      SENT.remove();
    }
  }

  /** As {@link #execute}, for an answer that is a JSON object of which nothing more is expected. */
  static JsonObject json(String name, Call<ResponseBody> call) {
    ResponseBody body = execute(name, call);
    try {
      JsonElement element = JsonParser.parseString(body.string());
      if (element.isJsonObject()) {
        return element.getAsJsonObject();
      }
      throw unusable(name);
    } catch (IOException | JsonParseException | StackOverflowError notJson) {
      throw new PlaidException(Kind.UNKNOWN, name, notJson);
    }
  }

  /** A 2xx answer without what was asked for. */
  static PlaidException unusable(String name) {
    return new PlaidException(Kind.UNKNOWN, name, null, null, "the answer cannot be used");
  }

  private static PlaidException failure(String name, Response<?> response) throws IOException {
    JsonObject error = parse(response.errorBody());
    String code = text(error, "error_code");
    Kind kind = kind(response.code(), code, text(error, "error_type"));
    return new PlaidException(
        kind, name, code, text(error, "request_id"), text(error, "error_message"));
  }

  private static Kind kind(int status, String code, String type) {
    if (code != null && KEY_CODES.contains(code)) {
      return Kind.KEYS_REFUSED;
    }
    if (status == TOO_MANY_REQUESTS || "RATE_LIMIT_EXCEEDED".equals(type)) {
      return Kind.LIMITED;
    }
    if (code == null) {
      return withoutCode(status);
    }
    if (ADDRESS_CODES.contains(code)) {
      return Kind.NOT_FOUND;
    }
    return status >= SERVER_ERRORS || TRANSIENT_CODES.contains(code) ? Kind.DOWN : Kind.REFUSED;
  }

  private static Kind withoutCode(int status) {
    if (status == NOT_FOUND) {
      return Kind.NOT_FOUND;
    }
    return status >= SERVER_ERRORS ? Kind.DOWN : Kind.UNKNOWN;
  }

  private static JsonObject parse(ResponseBody body) throws IOException {
    if (body == null) {
      return new JsonObject();
    }
    try {
      JsonElement element = JsonParser.parseString(body.string());
      return element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
    } catch (JsonParseException notJson) {
      return new JsonObject();
    }
  }

  private static String text(JsonObject object, String name) {
    JsonElement element = object.get(name);
    return element == null || !element.isJsonPrimitive() ? null : element.getAsString();
  }
}

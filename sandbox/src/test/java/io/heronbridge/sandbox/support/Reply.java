package io.heronbridge.sandbox.support;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;

/** An answer with its body read as JSON when asked. */
public record Reply(HttpResponse<String> response) {
  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  public JsonObject json() {
    return JsonParser.parseString(body()).getAsJsonObject();
  }

  public String text(String name) {
    return json().get(name).getAsString();
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}

package io.heronbridge.it.support;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpHeaders;

/** What the application answered. */
public record Answer(int status, HttpHeaders headers, String body) {

  /** The first value of a header; empty when there is none. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The body as a JSON object. */
  public JsonObject json() {
    return JsonParser.parseString(body).getAsJsonObject();
  }

  /** One member of the body, in text. */
  public String text(String member) {
    return json().get(member).getAsString();
  }
}

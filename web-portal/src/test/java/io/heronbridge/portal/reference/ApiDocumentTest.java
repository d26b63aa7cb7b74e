package io.heronbridge.portal.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.heronbridge.portal.api.BridgeApi;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document that the build has written, beside the classes it was written from. */
class ApiDocumentTest {
  private static final JsonObject DOCUMENT = ApiDocument.json();
  private static final Pattern REFERENCE =
      Pattern.compile("\"\\$ref\":\"#/components/schemas/([^\"]+)\"");

  private static List<JsonObject> operations() {
    return DOCUMENT.getJsonObject("paths").values().stream()
        .flatMap(path -> path.asJsonObject().values().stream())
        .map(JsonValue::asJsonObject)
        .toList();
  }

  @Test
  void isOpenApi31() {
    assertThat(DOCUMENT.getString("openapi")).startsWith("3.1.");
    assertThat(DOCUMENT.getJsonArray("security").toString()).isEqualTo("[{\"ApiKey\":[]}]");
    assertThat(DOCUMENT.getJsonObject("components").getJsonObject("securitySchemes").toString())
        .contains("\"bearer\"");
  }

  @Test
  void holdsEveryRouteAndNoOther() throws IOException, URISyntaxException {
    Set<String> documented = new TreeSet<>();
    DOCUMENT
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .keySet()
                    .forEach(method -> documented.add(method.toUpperCase() + " " + path)));

    assertThat(documented).isEqualTo(routes());
  }

  private static Set<String> routes() throws IOException, URISyntaxException {
    String base = BridgeApi.class.getAnnotation(ApplicationPath.class).value();
    Set<String> routes = new TreeSet<>();
    for (Class<?> resource : resources()) {
      for (Method method : resource.getDeclaredMethods()) {
        for (Annotation annotation : method.getAnnotations()) {
          HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
          if (verb != null) {
            Path rest = method.getAnnotation(Path.class);
            String path =
                resource.getAnnotation(Path.class).value() + (rest == null ? "" : rest.value());
            routes.add(verb.value() + " " + base + path.replaceFirst("^//", "/"));
          }
        }
      }
    }
    return routes;
  }

  private static List<Class<?>> resources() throws IOException, URISyntaxException {
    java.nio.file.Path folder =
        java.nio.file.Path.of(BridgeApi.class.getResource("BridgeApi.class").toURI()).getParent();
    List<Class<?>> resources = new ArrayList<>();
    try (Stream<java.nio.file.Path> files = Files.list(folder)) {
      for (java.nio.file.Path file : (Iterable<java.nio.file.Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (name.endsWith("Resource.class")) {
          resources.add(load(BridgeApi.class.getPackageName() + "." + name.replace(".class", "")));
        }
      }
    }
    return resources;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyOperationHasANameOfItsOwnAndAKnownChapter() {
    List<String> chapters =
        DOCUMENT.getJsonArray("tags").getValuesAs(JsonObject.class).stream()
            .map(tag -> tag.getString("name"))
            .toList();

    assertThat(operations().stream().map(operation -> operation.getString("operationId")))
        .doesNotHaveDuplicates();
    assertThat(operations())
        .allMatch(operation -> chapters.contains(operation.getJsonArray("tags").getString(0)))
        .allMatch(operation -> !operation.getString("summary").isBlank());
  }

  @Test
  void everyOperationTellsOneSuccessAndHowItIsRefused() {
    for (JsonObject operation : operations()) {
      JsonObject answers = operation.getJsonObject("responses");

      assertThat(answers.keySet())
          .as(operation.getString("operationId"))
          .contains("401", "429", "503")
          .anyMatch(status -> status.startsWith("2"));
      assertThat(answers.getJsonObject("401").toString()).contains("application/problem+json");
    }
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryShapeIsReferredTo() {
    Set<String> referred = new TreeSet<>();
    REFERENCE
        .matcher(DOCUMENT.toString())
        .results()
        .map(MatchResult::group)
        .forEach(reference -> referred.add(reference.replaceFirst(".*/", "").replace("\"", "")));

    assertThat(referred)
        .isEqualTo(
            new TreeSet<>(DOCUMENT.getJsonObject("components").getJsonObject("schemas").keySet()));
  }

  @Test
  void namesOfJavaStayInside() {
    assertThat(Arrays.asList("Json\"", "Listed", "io.heronbridge"))
        .noneMatch(word -> DOCUMENT.toString().contains(word));
  }
}

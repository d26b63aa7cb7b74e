package io.heronbridge.portal.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Run by the build alone: adds to the API document what all operations share, so that no resource
 * repeats it. Only answers that depend on the operation are written there.
 */
public final class CommonParts implements OASFilter {
  private static final String PROBLEM = "Problem";
  private static final Set<String> TAGGED =
      Set.of("#/components/schemas/Integration", "#/components/schemas/Brand");

  /** Beside the successful ones, every operation may answer these. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "401", "No valid API key.",
          "429", "The API key has used up its minute.",
          "500", "Our fault; `detail` has a reference for the log.",
          "503", "The database is away, or Plaid or Heron cannot be asked. See `Retry-After`.");

  private static final Map<String, String> WRITING =
      Map.of(
          "403", "The API key may only read.",
          "409", "It contradicts the state of things; `detail` says how.",
          "422", "Well formed, but not acceptable; `errors` or `error_code` say why.",
          "502", "Plaid or Heron refuse the integration's keys.");

  /** These tell when to ask again. */
  private static final Set<String> WAITING = Set.of("429", "503");

  private static final Map<String, Parameter> PARAMETERS = parameters();

  private static Map<String, Parameter> parameters() {
    Map<String, Parameter> known = new LinkedHashMap<>();
    known.put(
        "limit",
        described("The most entries in the answer.", text(SchemaType.INTEGER))
            .schema(
                text(SchemaType.INTEGER)
                    .minimum(BigDecimal.ONE)
                    .maximum(BigDecimal.valueOf(200))
                    .defaultValue(50)));
    known.put("cursor", described("`next_cursor` of the page before.", text(SchemaType.STRING)));
    known.put("integration_id", described("An integration.", id()));
    known.put("import_id", described("What an import brought in.", id()));
    known.put("resend_job_id", described("What a resend job has resent.", id()));
    known.put("item_id", described("Plaid's id of an item.", text(SchemaType.STRING)));
    known.put("end_user_id", described("The lender's id.", text(SchemaType.STRING)));
    known.put("heron_id", described("Heron's id.", text(SchemaType.STRING)));
    known.put("status", described("One of the statuses of the list.", text(SchemaType.STRING)));
    known.put("type", described("A type of event.", text(SchemaType.STRING)));
    known.put("error_kind", described("Why the latest attempt failed.", text(SchemaType.STRING)));
    known.put("kind", described("A kind of drift.", text(SchemaType.STRING)));
    known.put("query", described("A part of an id or name.", text(SchemaType.STRING)));
    known.put(
        "update_webhook",
        described(
            "Has Plaid send the items' webhooks where the integration wants them.",
            text(SchemaType.BOOLEAN)));
    known.put(
        "force", described("Also where that ends what is still in use.", text(SchemaType.BOOLEAN)));
    known.put(
        IfMatch.HEADER,
        described("An `ETag`; 412 when there is a newer version.", text(SchemaType.STRING)));
    return known;
  }

  private static Parameter described(String description, Schema schema) {
    return OASFactory.createParameter().description(description).schema(schema);
  }

  private static Schema text(SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }

  private static Schema id() {
    return text(SchemaType.STRING).format("uuid");
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    nameLists(document);
    document.getComponents().getSchemas().forEach(CommonParts::complete);
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> complete(path, method, operation)));
    operations(document)
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(
            operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
        .filter(body -> body.getSchema().getRef() != null)
        .forEach(body -> body.setExample(example(document, body.getSchema())));
  }

  private static Stream<Operation> operations(OpenAPI document) {
    return document.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream());
  }

  /** A body of the members that have an example of their own. */
  private static Map<String, Object> example(OpenAPI document, Schema reference) {
    String name = reference.getRef().replaceFirst(".*/", "");
    Map<String, Object> example = new LinkedHashMap<>();
    document
        .getComponents()
        .getSchemas()
        .get(name)
        .getProperties()
        .forEach(
            (member, schema) -> {
              if (schema.getRef() != null) {
                example.put(member, example(document, schema));
              } else if (schema.getExamples() != null) {
                example.put(member, schema.getExamples().get(0));
              }
            });
    return example;
  }

  /** A page of items is an ItemList, not what its Java class is called. */
  private static void nameLists(OpenAPI document) {
    Map<String, Schema> named = new TreeMap<>();
    document.getComponents().getSchemas().forEach((name, schema) -> named.put(named(name), schema));
    document.getComponents().setSchemas(named);
    operations(document)
        .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
        .filter(answer -> answer.getContent() != null)
        .flatMap(answer -> answer.getContent().getMediaTypes().values().stream())
        .map(MediaType::getSchema)
        .filter(schema -> schema != null && schema.getRef() != null)
        .forEach(schema -> schema.setRef(named(schema.getRef())));
  }

  private static String named(String generated) {
    return generated.replaceFirst("Listed([A-Za-z]+?)(Json)?$", "$1List");
  }

  /** Answers tell every field; requests must tell those that are not optional, and no others. */
  private static void complete(String name, Schema schema) {
    if (schema.getProperties() == null) {
      return;
    }
    boolean isAsked = name.contains("Request");
    List<String> required = new ArrayList<>();
    schema
        .getProperties()
        .forEach(
            (field, value) -> {
              boolean isSparse = isAsked || name.startsWith(PROBLEM);
              if (!isSparse || !isNullable(value)) {
                required.add(field);
              }
            });
    schema.setRequired(required.isEmpty() ? null : required);
    if (isAsked) {
      schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }
  }

  private static boolean isNullable(Schema schema) {
    if (schema.getType() != null && schema.getType().contains(SchemaType.NULL)) {
      return true;
    }
    return schema.getAnyOf() != null
        && schema.getAnyOf().stream().anyMatch(CommonParts::isNullable);
  }

  private static void complete(String path, HttpMethod method, Operation operation) {
    Map<String, String> problems = new LinkedHashMap<>(ALWAYS);
    boolean writes = method != HttpMethod.GET;
    if (writes) {
      problems.putAll(WRITING);
    }
    if (operation.getRequestBody() != null) {
      problems.put("400", "The request cannot be read; `errors` names each field to mend.");
    }
    if (path.contains("{") || operation.getRequestBody() != null) {
      problems.put("404", "There is no such thing, or not for this key.");
    }
    for (Parameter parameter : parameters(operation)) {
      complete(path, parameter);
      if (parameter.getIn() == Parameter.In.QUERY) {
        problems.put("422", "A parameter cannot be accepted; `errors` names it.");
      }
      if (IfMatch.HEADER.equals(parameter.getName())) {
        problems.put("412", "It was changed since it was read.");
      }
    }
    if (method == HttpMethod.POST) {
      operation.addParameter(idempotencyKey());
      problems.put("400", "The request cannot be read; `errors` names each field to mend.");
    }
    new TreeMap<>(problems).forEach((status, words) -> addProblem(operation, status, words));
    operation.getResponses().getAPIResponses().forEach(CommonParts::describe);
    if (method == HttpMethod.POST) {
      operation.getResponses().getAPIResponses().entrySet().stream()
          .filter(answer -> answer.getKey().startsWith("2"))
          .forEach(answer -> tellReplayed(answer.getValue()));
    }
  }

  private static List<Parameter> parameters(Operation operation) {
    return Optional.ofNullable(operation.getParameters()).orElse(List.of());
  }

  private static void complete(String path, Parameter parameter) {
    Parameter known = PARAMETERS.get(parameter.getName());
    if (known != null) {
      parameter.setDescription(known.getDescription());
      parameter.setSchema(known.getSchema());
    } else if (parameter.getIn() == Parameter.In.PATH && !path.contains("/end-users/")) {
      parameter.setSchema(id());
    }
  }

  private static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .name(IdempotencyKey.HEADER)
        .in(Parameter.In.HEADER)
        .description("The same key again gets the first answer for 24 hours, and nothing is done.")
        .schema(text(SchemaType.STRING).minLength(1).maxLength(255));
  }

  private static void addProblem(Operation operation, String status, String words) {
    if (!operation.getResponses().hasAPIResponse(status)) {
      operation
          .getResponses()
          .addAPIResponse(status, OASFactory.createAPIResponse().description(words));
    }
  }

  private static void tellReplayed(APIResponse answer) {
    answer.addHeader(
        KeptAnswer.REPLAYED,
        OASFactory.createHeader()
            .description("`true` when a call with the same Idempotency-Key was answered so before.")
            .schema(text(SchemaType.STRING)));
  }

  private static void describe(String status, APIResponse answer) {
    if (answer.getContent() == null && status.compareTo("400") >= 0) {
      MediaType problem =
          OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM));
      answer.setContent(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem));
    }
    if (WAITING.contains(status)) {
      answer.addHeader(
          "Retry-After",
          OASFactory.createHeader().description("Seconds.").schema(text(SchemaType.INTEGER)));
    }
    if (answer.getContent() != null
        && answer.getContent().getMediaTypes().values().stream()
            .map(type -> type.getSchema().getRef())
            .anyMatch(schema -> schema != null && TAGGED.contains(schema))) {
      answer.addHeader(
          "ETag",
          OASFactory.createHeader()
              .description("Another one after every change; for `If-Match`.")
              .schema(text(SchemaType.STRING)));
    }
  }
}

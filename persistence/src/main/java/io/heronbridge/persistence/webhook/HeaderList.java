package io.heronbridge.persistence.webhook;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.List;

/** Keeps headers, in their order, as a JSON array of name and value in one text column. */
@Converter
public class HeaderList implements AttributeConverter<List<Header>, String> {

  @Override
  public String convertToDatabaseColumn(List<Header> headers) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (Header header : headers) {
      array.add(JSON.createArrayBuilder().add(header.name()).add(header.value()));
    }
    return array.build().toString();
  }

  @Override
  public List<Header> convertToEntityAttribute(String column) {
    try (JsonReader reader = JSON.createReader(new StringReader(column))) {
      return reader.readArray().getValuesAs(JsonArray.class).stream()
          .map(pair -> new Header(pair.getString(0), pair.getString(1)))
          .toList();
    }
  }
}

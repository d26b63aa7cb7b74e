package io.heronbridge.persistence.item;

import static io.heronbridge.persistence.json.JsonLibrary.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.List;

/** Keeps a bank's accounts as a JSON array in one text column. */
@Converter
public class AccountList implements AttributeConverter<List<Account>, String> {
  /** Looking for a JSON library takes longer than all the rest. */
  private static final String NONE = "[]";

  @Override
  public String convertToDatabaseColumn(List<Account> accounts) {
    if (accounts.isEmpty()) {
      return NONE;
    }
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (Account account : accounts) {
      array.add(JSON.createObjectBuilder().add("name", account.name()).add("mask", account.mask()));
    }
    return array.build().toString();
  }

  @Override
  public List<Account> convertToEntityAttribute(String column) {
    if (NONE.equals(column)) {
      return List.of();
    }
    try (JsonReader reader = JSON.createReader(new StringReader(column))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(json -> new Account(json.getString("name"), json.getString("mask")))
          .toList();
    }
  }
}

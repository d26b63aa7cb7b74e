package io.heronbridge.persistence.integration;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps a short list of words, none of which holds a comma, in one text column. */
@Converter
public class WordList implements AttributeConverter<List<String>, String> {

  @Override
  public String convertToDatabaseColumn(List<String> words) {
    return String.join(",", words);
  }

  @Override
  public List<String> convertToEntityAttribute(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(","));
  }
}

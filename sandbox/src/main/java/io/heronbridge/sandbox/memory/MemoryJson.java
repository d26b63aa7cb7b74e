package io.heronbridge.sandbox.memory;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what the simulators remember into JSON and back, field by field. */
public final class MemoryJson {
  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .registerTypeAdapter(Instant.class, new InstantAdapter().nullSafe())
          .registerTypeAdapterFactory(new OptionalFactory())
          .create();

  private MemoryJson() {}

  public static JsonElement write(Object remembered) {
    return GSON.toJsonTree(remembered);
  }

  public static <T> T read(JsonElement written, Class<T> type) {
    return GSON.fromJson(written, type);
  }

  /** The list under this name; an absent one is empty. */
  public static <T> List<T> list(JsonObject memory, String name, Class<T> type) {
    List<T> found = new ArrayList<>();
    if (memory.has(name)) {
      memory.getAsJsonArray(name).forEach(written -> found.add(read(written, type)));
    }
    return found;
  }

  private static final class InstantAdapter extends TypeAdapter<Instant> {
    @Override
    public void write(JsonWriter out, Instant value) throws IOException {
      out.value(value.toString());
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
      return Instant.parse(in.nextString());
    }
  }

  private static final class OptionalFactory implements TypeAdapterFactory {
    @Override
    @SuppressWarnings("unchecked")
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      if (type.getRawType() != Optional.class) {
        return null;
      }
      ParameterizedType optional = (ParameterizedType) type.getType();
      TypeAdapter<?> inner = gson.getAdapter(TypeToken.get(optional.getActualTypeArguments()[0]));
      return (TypeAdapter<T>) new OptionalAdapter<>(inner);
    }
  }

  private static final class OptionalAdapter<T> extends TypeAdapter<Optional<T>> {
    private final TypeAdapter<T> inner;

    private OptionalAdapter(TypeAdapter<T> inner) {
      this.inner = inner.nullSafe();
    }

    @Override
    public void write(JsonWriter out, Optional<T> value) throws IOException {
      inner.write(out, value.orElse(null));
    }

    @Override
    public Optional<T> read(JsonReader in) throws IOException {
      return Optional.ofNullable(inner.read(in));
    }
  }
}

package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.UnexpectedValueException;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.ModelJsonAdapterFactory;
import io.github.extendclient.v20260209.model.RunStatus;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The code of docs/json.md. */
class JsonPageTest extends PageTest {
  private static final String JSON =
      "{\"object\":\"extract_run\",\"id\":\"exr_Xj8mK2pL9nR4vT7qY5wZ\",\"status\":\"POSTPONED\","
          + "\"metadata\":{\"total\":1.50},\"usage\":7,\"queue\":{\"place\":3}}";

  private final ExtractRun run = ExtractRun.fromJson(JSON);

  // region back
  void toJsonAndBack(ExtractRun run) {
    String json = run.toJson(); // Compact, with unknown properties and all digits.
    ExtractRun same = ExtractRun.fromJson(json); // Or from a byte[] or InputStream in UTF-8.
    JsonValue value = JsonValue.of(Map.of("runs", List.of(run, same))); // Free-form JSON.
    Object plain = run.toPlain(); // Maps, lists, text, BigDecimal, Boolean, null.
    out.println(json.length() + " " + value.asObject().keySet() + " " + plain);
  }

  // endregion

  // region unexpected
  void show(ExtractRun run) {
    if (!run.getStatus().isKnown()) {
      out.println("A state that is newer than this client: " + run.getStatus().value());
    }
    run.unknownProperties().forEach((name, value) -> out.println(name + " is " + value.json()));
    try {
      out.println(run.getUsage());
    } catch (UnexpectedValueException e) {
      out.println(e.path() + " is " + e.json().json());
    }
  }

  // endregion

  // region gson
  static final class ExtendModels implements TypeAdapterFactory {
    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      JsonAdapter<?> found = ModelJsonAdapterFactory.adapterOf(type.getRawType());
      if (found == null) {
        return null;
      }
      @SuppressWarnings("unchecked") // It is the adapter of that class.
      JsonAdapter<T> model = (JsonAdapter<T>) found;
      TypeAdapter<JsonElement> element = gson.getAdapter(JsonElement.class);
      return new TypeAdapter<>() {
        @Override
        public void write(JsonWriter writer, T value) throws IOException {
          boolean serializeNulls = writer.getSerializeNulls();
          writer.setSerializeNulls(true); // A null of the API is a null.
          element.write(writer, JsonParser.parseString(model.toJson(value)));
          writer.setSerializeNulls(serializeNulls);
        }

        @Override
        public @Nullable T read(JsonReader reader) throws IOException {
          return model.fromJson(element.read(reader).toString());
        }
      };
    }
  }

  static final Gson GSON =
      new GsonBuilder().registerTypeAdapterFactory(new ExtendModels()).create();

  // endregion

  // region moshi
  static final Moshi MOSHI = new Moshi.Builder().add(new ModelJsonAdapterFactory()).build();

  // endregion

  // region column
  void store(ExtractRun run, PreparedStatement insert) throws SQLException {
    insert.setString(1, run.getId());
    insert.setString(2, run.toJson());
    insert.executeUpdate();
  }

  ExtractRun load(ResultSet row) throws SQLException {
    return ExtractRun.fromJson(row.getString("run"));
  }

  // endregion

  @Test
  void nothingIsLostOnTheWay() {
    toJsonAndBack(run);

    assertThat(printed())
        .startsWith(JSON.length() + " [runs] {object=extract_run, id=exr_Xj8mK2pL9nR4vT7qY5wZ")
        .contains("metadata={total=1.50}");
  }

  @Test
  void whatIsUnknownOrUnexpectedIsShown() {
    show(run);

    assertThat(printed().lines())
        .containsExactly(
            "A state that is newer than this client: POSTPONED",
            "queue is {\"place\":3}",
            "ExtractRun.usage is 7");
  }

  record Mail(String to, @Nullable ExtractRun run, @Nullable RunStatus status) {}

  @Test
  void gsonReadsAndWritesModelsWithinOthers() {
    Mail mail = new Mail("a", run, RunStatus.of("POSTPONED"));

    String json = GSON.toJson(mail);

    assertThat(json).isEqualTo("{\"to\":\"a\",\"run\":" + JSON + ",\"status\":\"POSTPONED\"}");
    assertThat(GSON.fromJson(json, Mail.class)).isEqualTo(mail);
  }

  @Test
  void moshiReadsAndWritesModels() throws IOException {
    JsonAdapter<ExtractRun> adapter = MOSHI.adapter(ExtractRun.class);

    assertThat(adapter.toJson(adapter.fromJson(JSON))).isEqualTo(JSON);
  }

  @Test
  void whatMoshiReadsIsRefusedIfItIsNotJson() {
    assertThatThrownBy(() -> MOSHI.adapter(ExtractRun.class).fromJson("{\"metadata\":{\"a\" 1}}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("$.metadata");
  }

  @Test
  void aColumnKeepsTheWholeRun() throws SQLException {
    Map<Object, Object> row = new HashMap<>();
    store(run, database(PreparedStatement.class, row));

    assertThat(row).containsEntry(2, JSON);
    row.put("run", row.get(2));
    assertThat(load(database(ResultSet.class, row))).isEqualTo(run);
  }

  /** Keeps what is set, and gives what is asked for. */
  private static <T> T database(Class<T> type, Map<Object, Object> row) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("setString")) {
                row.put(arguments[0], arguments[1]);
              }
              return switch (method.getName()) {
                case "executeUpdate" -> 1;
                case "getString" -> row.get(arguments[0]);
                default -> null;
              };
            }));
  }
}

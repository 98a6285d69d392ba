package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.DateTime;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The adapters behind the constants of {@link JsonAdapters}. */
final class ScalarAdapters {
  private ScalarAdapters() {}

  static final class OfString extends ValueAdapter<String> {
    OfString() {
      super(JsonReader.Token.STRING);
    }

    @Override
    public @Nullable String fromJson(JsonReader reader) throws IOException {
      return JsonAdapters.readString(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable String value) throws IOException {
      JsonAdapters.write(writer, value);
    }
  }

  static final class OfBoolean extends ValueAdapter<Boolean> {
    OfBoolean() {
      super(JsonReader.Token.BOOLEAN);
    }

    @Override
    public @Nullable Boolean fromJson(JsonReader reader) throws IOException {
      return JsonAdapters.hasValue(reader) ? (Boolean) reader.nextBoolean() : null;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Boolean value) throws IOException {
      writer.value(value);
    }
  }

  static final class OfInteger extends NumberAdapter<Integer> {
    OfInteger() {
      super(Numbers.INT);
    }

    @Override
    Object readNumber(JsonReader reader) throws IOException {
      long value = Numbers.tryInt(reader);
      return value == Numbers.NONE ? keepNumber(reader) : (Object) (int) value;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Integer value) throws IOException {
      writer.value(value);
    }
  }

  static final class OfLong extends NumberAdapter<Long> {
    OfLong() {
      super(Numbers.LONG);
    }

    @Override
    Object readNumber(JsonReader reader) throws IOException {
      long value = Numbers.tryLong(reader);
      return value == Numbers.NONE ? keepNumber(reader) : (Object) value;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Long value) throws IOException {
      writer.value(value);
    }
  }

  static final class OfDouble extends NumberAdapter<Double> {
    OfDouble() {
      super(Numbers.DOUBLE);
    }

    @Override
    Object readNumber(JsonReader reader) throws IOException {
      double value = Lookahead.readDouble(reader);
      if (!Double.isNaN(value)) {
        return value;
      }
      String place = reader.getPath();
      String number = reader.nextString();
      value = Decimals.parse(number);
      return Double.isInfinite(value)
          ? new Misfit(place, Numbers.DOUBLE, RawJson.of(number))
          : (Object) value;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Double value) throws IOException {
      JsonAdapters.write(writer, value);
    }
  }

  static final class OfDecimal extends NumberAdapter<BigDecimal> {
    OfDecimal() {
      super(Numbers.DECIMAL);
    }

    @Override
    Object readNumber(JsonReader reader) throws IOException {
      String place = reader.getPath();
      String number = reader.nextString();
      BigDecimal decimal = Numbers.decimal(number);
      return decimal == null ? new Misfit(place, Numbers.DECIMAL, RawJson.of(number)) : decimal;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable BigDecimal value) throws IOException {
      writer.value(value);
    }
  }

  static final class OfDateTime extends ValueAdapter<DateTime> {
    OfDateTime() {
      super(JsonReader.Token.STRING);
    }

    @Override
    public @Nullable DateTime fromJson(JsonReader reader) throws IOException {
      String text = JsonAdapters.readString(reader);
      return text == null ? null : DateTime.ofText(text);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable DateTime value) throws IOException {
      JsonAdapters.write(writer, value);
    }
  }

  static final class OfJson extends ValueAdapter<JsonValue> {
    OfJson() {
      super(null);
    }

    @Override
    public JsonValue fromJson(JsonReader reader) throws IOException {
      return RawJson.read(reader);
    }

    @Override
    JsonValue readItem(JsonReader reader) throws IOException {
      return RawJson.read(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable JsonValue value) throws IOException {
      JsonAdapters.write(writer, value);
    }
  }

  /** Adapts nullable items. */
  static final class OrNull<T> extends ValueAdapter<@Nullable T> {
    private final JsonAdapter<T> adapter;

    OrNull(JsonAdapter<T> adapter) {
      super(null);
      this.adapter = adapter;
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
      return adapter.fromJson(reader);
    }

    @Override
    @Nullable Object readItem(JsonReader reader) throws IOException {
      return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : readItem(adapter, reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
      adapter.toJson(writer, value);
    }
  }
}

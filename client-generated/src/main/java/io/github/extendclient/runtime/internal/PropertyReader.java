package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonReader;
import io.github.extendclient.runtime.DateTime;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.OpenIntegerEnum;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of properties for the generated builders, and keeps the JSON of those that do
 * not fit. Called on the thread that reads the document.
 */
public abstract class PropertyReader {
  /** The values that do not fit, by property name. */
  private @Nullable Map<String, Misfit> misfits;

  PropertyReader() {}

  /**
   * Returns the names of all properties.
   *
   * @return the names in JSON
   */
  protected abstract String[] names();

  /**
   * Returns whether the next value fits a property that is not nullable; otherwise keeps it as a
   * misfit.
   *
   * @param reader positioned before a value
   * @param index the index of the property in the names
   * @param expected its first token; null if all types fit
   * @return false if the value was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final boolean fits(JsonReader reader, int index, JsonReader.@Nullable Token expected)
      throws IOException {
    JsonReader.Token token = reader.peek();
    if (token == expected || (expected == null && token != JsonReader.Token.NULL)) {
      return true;
    }
    keep(index, text(expected), RawJson.read(reader));
    return false;
  }

  /**
   * Returns whether the next value fits a nullable property; otherwise keeps it as a misfit.
   *
   * @param reader positioned before a value
   * @param index the index of the property in the names
   * @param expected its first token
   * @return false if the value was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final boolean fitsOrNull(JsonReader reader, int index, JsonReader.Token expected)
      throws IOException {
    return reader.peek() == JsonReader.Token.NULL || fits(reader, index, expected);
  }

  /**
   * Reads a string.
   *
   * @param reader positioned before a value
   * @param index the index of the property in the names
   * @return the string; null if the value was kept as a misfit
   * @throws IOException if the source fails or is not JSON
   */
  protected final @Nullable String readString(JsonReader reader, int index) throws IOException {
    return fits(reader, index, JsonReader.Token.STRING) ? Lookahead.readString(reader) : null;
  }

  /**
   * Reads a date with time and offset.
   *
   * @param reader positioned before a value
   * @param index the index of the property in the names
   * @return the time; null if the value was kept as a misfit
   * @throws IOException if the source fails or is not JSON
   */
  protected final @Nullable DateTime readDateTime(JsonReader reader, int index) throws IOException {
    String text = readString(reader, index);
    return text == null ? null : DateTime.ofText(text);
  }

  /**
   * Reads a boolean.
   *
   * @param reader positioned before a value
   * @param index the index of the property in the names
   * @return the boolean; null if the value was kept as a misfit
   * @throws IOException if the source fails or is not JSON
   */
  protected final @Nullable Boolean readBoolean(JsonReader reader, int index) throws IOException {
    return fits(reader, index, JsonReader.Token.BOOLEAN)
        ? Boolean.valueOf(reader.nextBoolean())
        : null;
  }

  /**
   * Reads an integer, or keeps the number as a misfit.
   *
   * @param reader positioned before a number
   * @param index the index of the property in the names
   * @return {@link #isNone} if it was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final long nextInt(JsonReader reader, int index) throws IOException {
    long value = Numbers.tryInt(reader);
    if (value == Numbers.NONE) {
      keep(index, Numbers.INT, Numbers.text(reader));
    }
    return value;
  }

  /**
   * Reads an integer, or keeps the number as a misfit.
   *
   * @param reader positioned before a number
   * @param index the index of the property in the names
   * @return {@link #isNone} if it was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final long nextLong(JsonReader reader, int index) throws IOException {
    long value = Numbers.tryLong(reader);
    if (value == Numbers.NONE) {
      keep(index, Numbers.LONG, Numbers.text(reader));
    }
    return value;
  }

  /**
   * Returns whether a number was kept as a misfit.
   *
   * @param value from {@link #nextInt} or {@link #nextLong}
   * @return true if it was kept
   */
  protected static boolean isNone(long value) {
    return value == Numbers.NONE;
  }

  /**
   * Reads a number, or keeps it as a misfit if it is too large.
   *
   * @param reader positioned before a number
   * @param index the index of the property in the names
   * @return NaN if the number was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final double nextDouble(JsonReader reader, int index) throws IOException {
    double value = Lookahead.readDouble(reader);
    if (!Double.isNaN(value)) {
      return value;
    }
    String number = reader.nextString();
    value = Decimals.parse(number);
    if (Double.isInfinite(value)) {
      keep(index, Numbers.DOUBLE, RawJson.of(number));
      return Double.NaN;
    }
    return value;
  }

  /**
   * Reads an integer.
   *
   * @param reader positioned before a value
   * @param index the index of the property in the names
   * @return the number; null if the value was kept as a misfit
   * @throws IOException if the source fails or is not JSON
   */
  protected final @Nullable Integer readInteger(JsonReader reader, int index) throws IOException {
    if (!fits(reader, index, JsonReader.Token.NUMBER)) {
      return null;
    }
    long value = nextInt(reader, index);
    return value == Numbers.NONE ? null : (Integer) (int) value;
  }

  /**
   * Reads an integer.
   *
   * @param reader positioned before a value
   * @param index the index of the property in the names
   * @return the number; null if the value was kept as a misfit
   * @throws IOException if the source fails or is not JSON
   */
  protected final @Nullable Long readLong(JsonReader reader, int index) throws IOException {
    if (!fits(reader, index, JsonReader.Token.NUMBER)) {
      return null;
    }
    long value = nextLong(reader, index);
    return value == Numbers.NONE ? null : (Long) value;
  }

  /**
   * Reads a number.
   *
   * @param reader positioned before a value
   * @param index the index of the property in the names
   * @return the number; null if the value was kept as a misfit
   * @throws IOException if the source fails or is not JSON
   */
  protected final @Nullable Double readDouble(JsonReader reader, int index) throws IOException {
    if (!fits(reader, index, JsonReader.Token.NUMBER)) {
      return null;
    }
    double value = nextDouble(reader, index);
    return Double.isNaN(value) ? null : (Double) value;
  }

  /**
   * Removes a misfit whose property was set.
   *
   * @param names the names of all properties
   * @param index the index of the property in the names
   */
  protected final void forget(String[] names, int index) {
    if (misfits != null) {
      misfits.remove(names[index]);
    }
  }

  /**
   * Reads a number of any size.
   *
   * @param reader positioned before a value
   * @param index the index of the property in the names
   * @return the number; null if the value was kept as a misfit
   * @throws IOException if the source fails or is not JSON
   */
  protected final @Nullable BigDecimal readDecimal(JsonReader reader, int index)
      throws IOException {
    if (!fits(reader, index, JsonReader.Token.NUMBER)) {
      return null;
    }
    String number = reader.nextString();
    BigDecimal decimal = Numbers.decimal(number);
    if (decimal == null) {
      keep(index, Numbers.DECIMAL, RawJson.of(number));
    }
    return decimal;
  }

  /**
   * Reads an enum of integers.
   *
   * @param <E> the enum
   * @param adapter the adapter of the enum
   * @param reader positioned before a value
   * @param index the index of the property in the names
   * @return the number; null if the value was kept as a misfit
   * @throws IOException if the source fails or is not JSON
   */
  protected final <E extends OpenIntegerEnum> @Nullable E readIntegerEnum(
      OpenIntegerEnumAdapter<E> adapter, JsonReader reader, int index) throws IOException {
    Long value = readLong(reader, index);
    return value == null ? null : adapter.of(value);
  }

  private void keep(int index, String expected, JsonValue json) {
    Map<String, Misfit> kept = misfits;
    if (kept == null) {
      kept = new LinkedHashMap<>();
      misfits = kept;
    }
    kept.put(names()[index], new Misfit(names()[index], expected, json));
  }

  private static String text(JsonReader.@Nullable Token expected) {
    return expected == null ? "a value" : JsonKind.of(expected).text();
  }

  /** Returns the value that does not fit a property; null if the value fits or is null. */
  final @Nullable Misfit misfit(String name) {
    Misfit misfit = misfits().get(name);
    return misfit == null || misfit.json().isNull() ? null : misfit;
  }

  /** Returns the values that do not fit, including nulls, by property name. */
  final Map<String, Misfit> misfits() {
    return misfits == null ? Map.of() : misfits;
  }

  /** Copies the misfits, which a clone shares with its original. */
  final void copyMisfits() {
    misfits = misfits == null ? null : new LinkedHashMap<>(misfits);
  }
}

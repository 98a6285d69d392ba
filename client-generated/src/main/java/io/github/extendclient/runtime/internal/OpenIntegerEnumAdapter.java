package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.OpenIntegerEnum;
import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes an open enum of integers: the shared constant for a known one, a new object for
 * any other.
 *
 * @param <E> the enum class
 */
public final class OpenIntegerEnumAdapter<E extends OpenIntegerEnum> extends NumberAdapter<E> {
  private final List<E> constants;
  private final LongFunction<E> unknown;

  /**
   * For generated code.
   *
   * @param constants the known values
   * @param unknown makes the value of an unknown number
   */
  public OpenIntegerEnumAdapter(List<E> constants, LongFunction<E> unknown) {
    super(Numbers.LONG);
    this.constants = constants;
    this.unknown = unknown;
  }

  /**
   * Returns the value of a number.
   *
   * @param value the number in JSON
   * @return the constant, or an unknown value
   */
  public E of(long value) {
    for (E constant : constants) {
      if (constant.value() == value) {
        return constant;
      }
    }
    return unknown.apply(value);
  }

  @Override
  Object readNumber(JsonReader reader) throws IOException {
    long value = Numbers.tryLong(reader);
    return value == Numbers.NONE ? keepNumber(reader) : of(value);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable E value) throws IOException {
    writer.value(value == null ? null : Long.valueOf(value.value()));
  }
}

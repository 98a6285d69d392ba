package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.DateTime;
import io.github.extendclient.runtime.FileReference;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.MissingPropertyException;
import io.github.extendclient.runtime.Model;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The base class of generated objects. Two objects are equal if they have the same class and equal
 * properties, including unknown ones.
 */
@SuppressWarnings("serial") // SerializedJson stands for it.
public abstract class ObjectModel implements Model {
  /** For generated code. */
  protected ObjectModel() {}

  /**
   * Returns the properties.
   *
   * @return a builder that must not change
   */
  protected abstract ModelBuilder<?, ?> properties();

  /**
   * Returns the value of a required property.
   *
   * @param <T> the type of the value
   * @param value null if it is missing or does not fit
   * @param typeName the schema
   * @param name the property's name in JSON
   * @return the value
   */
  protected final <T> T required(@Nullable T value, String typeName, String name) {
    if (value == null) {
      optional(null, typeName, name);
      throw new MissingPropertyException(typeName, name);
    }
    return value;
  }

  /**
   * Checks that a required property is present.
   *
   * @param present whether the property is present
   * @param typeName the schema
   * @param name the property's name in JSON
   */
  protected final void checkPresent(boolean present, String typeName, String name) {
    if (!present) {
      required(null, typeName, name);
    }
  }

  /**
   * Returns the value of a property that may be absent or null.
   *
   * @param <T> the type of the value
   * @param value null if it is absent, null or does not fit
   * @param typeName the schema
   * @param name the property's name in JSON
   * @return the value
   */
  protected final <T> @Nullable T optional(@Nullable T value, String typeName, String name) {
    if (value == null) {
      Misfit misfit = properties().misfit(name);
      if (misfit != null) {
        throw misfit.exception(typeName + "." + name);
      }
    }
    return value;
  }

  /**
   * Returns the time of a required property.
   *
   * @param value null if it is absent or null
   * @param typeName the schema
   * @param name the property's name in JSON
   * @return the time
   */
  protected final OffsetDateTime requiredTime(
      @Nullable DateTime value, String typeName, String name) {
    return time(required(value, typeName, name), typeName, name);
  }

  /**
   * Returns the time of a property that may be absent or null.
   *
   * @param value null if there is none
   * @param typeName the schema
   * @param name the property's name in JSON
   * @return null if there is none
   */
  protected final @Nullable OffsetDateTime optionalTime(
      @Nullable DateTime value, String typeName, String name) {
    DateTime time = optional(value, typeName, name);
    return time == null ? null : time(time, typeName, name);
  }

  private static OffsetDateTime time(DateTime value, String typeName, String name) {
    try {
      return value.toOffsetDateTime();
    } catch (DateTimeParseException e) {
      throw Misfit.exception(typeName + "." + name, "an RFC 3339 date and time", value.text());
    }
  }

  /**
   * Returns the files of a run.
   *
   * @param file the single file; null if there is none
   * @param files several files; null if there are none
   * @return an unmodifiable list of the several files, or else of the single one
   */
  protected static List<FileReference> files(
      @Nullable FileReference file, @Nullable List<? extends FileReference> files) {
    if (files != null) {
      return Collections.unmodifiableList(files);
    }
    return file == null ? List.of() : List.of(file);
  }

  @Override
  public final String toJson() {
    Buffer buffer = new Buffer();
    try {
      properties().writeObject(JsonWriter.of(buffer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.readUtf8();
  }

  @Override
  public final @Nullable JsonValue json(String name) {
    return RawJson.of(toJson()).asObject().get(name);
  }

  /**
   * Returns the serialized form for Java serialization.
   *
   * @return the serialized form
   */
  protected final Object writeReplace() {
    return new SerializedJson(getClass(), toJson());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("Only its JSON is serialized.");
  }

  @Override
  public final Map<String, JsonValue> unknownProperties() {
    return properties().unknownProperties();
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ObjectModel that
            && getClass() == that.getClass()
            && properties().hasSameAs(that.properties()));
  }

  @Override
  public final int hashCode() {
    return properties().hash();
  }

  /** Returns a text for people, with truncated long values and masked secrets. */
  @Override
  public final String toString() {
    return properties().toText(getClass().getSimpleName());
  }
}

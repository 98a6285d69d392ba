package io.github.extendclient.runtime.internal;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The optional parameters of an operation. The entries of this map are the query parameters that
 * are set, percent-encoded as Retrofit sends them. Unmodifiable.
 */
public abstract class OptionalParameters extends AbstractMap<String, String> {
  private final RequestParameters request;
  private final Map<String, String> query;

  /**
   * For generated code.
   *
   * @param builder the builder, which is copied
   */
  protected OptionalParameters(Builder<?> builder) {
    this.request = new RequestParameters(builder.request);
    this.query = request.query();
  }

  @Override
  public final Set<Map.Entry<String, String>> entrySet() {
    return query.entrySet();
  }

  RequestParameters request() {
    return request;
  }

  /**
   * Sets the parameters; generated subclasses have a method for each.
   *
   * @param <B> the builder itself
   */
  public abstract static class Builder<B extends Builder<B>> implements Cloneable {
    private RequestParameters request = new RequestParameters();

    /** For generated code. */
    protected Builder() {}

    /**
     * Copies the builder, so that later setters do not change the parameters.
     *
     * @return a builder with the same parameters
     */
    @SuppressWarnings("unchecked")
    protected final B duplicate() {
      try {
        B copy = (B) clone();
        ((Builder<?>) copy).request = new RequestParameters(request);
        return copy;
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }

    /**
     * Sets a query parameter.
     *
     * @param name the API's name
     * @param value null to omit it
     * @return this
     */
    protected final B query(String name, @Nullable Object value) {
      request.query(name, value);
      return self();
    }

    /**
     * Sets a query parameter that is a list or an object.
     *
     * @param name the API's name
     * @param style the notation
     * @param value null to omit it
     * @return this
     */
    protected final B query(String name, QueryStyle style, @Nullable Object value) {
      request.query(name, style, value);
      return self();
    }

    /**
     * Sets a header.
     *
     * @param name the header
     * @param value null to omit it
     * @return this
     */
    protected final B header(String name, @Nullable Object value) {
      request.header(name, value);
      return self();
    }

    /**
     * Sets a field of a form.
     *
     * @param name the field
     * @param value null to omit it
     * @return this
     */
    protected final B field(String name, @Nullable Object value) {
      request.field(name, value);
      return self();
    }

    /**
     * Sets a part of a form.
     *
     * @param name the part
     * @param value null to omit it
     * @return this
     */
    protected final B part(String name, @Nullable Object value) {
      request.part(name, value);
      return self();
    }

    @SuppressWarnings("unchecked")
    private B self() {
      return (B) this;
    }
  }
}

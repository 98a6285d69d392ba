package io.github.extendclient.runtime.internal;

import io.github.extendclient.runtime.OpenEnum;
import io.github.extendclient.runtime.OpenIntegerEnum;
import java.io.Externalizable;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.ObjectStreamException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/**
 * The serialized form of an object or open enum in Java serialization: its class and its JSON or
 * text. Data written by another version of this library is therefore read like a document of the
 * API.
 *
 * <p>Public only for Java serialization.
 */
public final class SerializedJson implements Externalizable {
  private static final long serialVersionUID = 1L;

  private transient String type = "";
  private transient String text = "";

  /** For Java serialization. */
  public SerializedJson() {}

  /**
   * Creates the serialized form.
   *
   * @param type its class
   * @param text its JSON, or the value of an enum
   */
  public SerializedJson(Class<?> type, String text) {
    this.type = type.getName();
    this.text = text;
  }

  @Override
  public void writeExternal(ObjectOutput out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeUTF(type);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public void readExternal(ObjectInput in) throws IOException {
    type = in.readUTF();
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    text = new String(bytes, StandardCharsets.UTF_8);
  }

  /** Calls the factory of the class, if it is a class of this library. */
  private Object readResolve() throws ObjectStreamException {
    try {
      Class<?> known = Class.forName(type, false, SerializedJson.class.getClassLoader());
      if (OpenIntegerEnum.class.isAssignableFrom(known)) {
        return known.getMethod("of", long.class).invoke(null, Long.parseLong(text));
      }
      boolean isEnum = OpenEnum.class.isAssignableFrom(known);
      if (!isEnum && !ObjectModel.class.isAssignableFrom(known)) {
        throw new InvalidObjectException(type + " is no class of the API.");
      }
      Method factory = known.getMethod(isEnum ? "of" : "fromJson", String.class);
      return factory.invoke(null, text);
    } catch (InvocationTargetException e) {
      throw invalid(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw invalid(e);
    }
  }

  private InvalidObjectException invalid(Throwable cause) {
    InvalidObjectException invalid =
        new InvalidObjectException("No " + type + " can be made of what was serialized.");
    invalid.initCause(cause);
    return invalid;
  }
}

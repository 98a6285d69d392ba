package io.github.extendclient.runtime;

/** A member of a union that is newer than this client. */
public interface UnknownMember extends JsonDocument {
  /**
   * Returns the member as the server sent it.
   *
   * @return never null
   */
  JsonValue json();

  @Override
  default String toJson() {
    return json().json();
  }
}

package io.github.extendclient.runtime;

/** A member of a union that is newer than this client. */
public interface UnknownMember {
  /**
   * The member as the server sent it.
   *
   * @return never null
   */
  JsonValue json();
}

package io.github.extendclient.runtime;

/** A file or file summary: the properties of both in all API versions. */
public interface FileReference extends Model {
  /**
   * Returns the ID of the file.
   *
   * @return the ID; null only if the API version permits files without one
   * @throws MissingPropertyException if the response lacks a required ID
   */
  String getId();

  /**
   * Returns the name of the file.
   *
   * @return the name; null only if the API version permits files without one
   * @throws MissingPropertyException if the response lacks a required name
   */
  String getName();
}

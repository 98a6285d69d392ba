package io.github.extendclient.runtime;

/** A file, or its summary: what both have in every API version. */
public interface FileReference extends Model {
  /**
   * The ID of the file.
   *
   * @return null only if the API allows a file without
   * @throws MissingPropertyException if the response lacks a required ID
   */
  String getId();

  /**
   * The name of the file.
   *
   * @return null only if the API allows a file without
   * @throws MissingPropertyException if the response lacks a required name
   */
  String getName();
}

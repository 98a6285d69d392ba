package io.github.extendclient.operation;

import java.util.List;

/**
 * A parameter of an operation, other than the body.
 *
 * @param name the name in the API
 * @param required whether a value is required
 * @param isFile whether its value is a file to upload
 * @param type the type of its text: {@code text}, {@code whole number}, {@code number}, {@code true
 *     or false}, {@code time} or {@code file}
 * @param prefixes the prefixes of its IDs, the documented one first; empty if it is not an ID in
 *     the path
 * @param values the known values; other values are sent unchanged. Empty if the specification lists
 *     none
 */
public record OperationParameter(
    String name,
    boolean required,
    boolean isFile,
    String type,
    List<String> prefixes,
    List<String> values) {}

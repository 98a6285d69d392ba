package io.github.extendclient.operation;

import java.util.List;

/**
 * A parameter of an operation, beside the body.
 *
 * @param name as the API spells it
 * @param required whether the operation needs it
 * @param isFile whether its value is a file to upload
 * @param type what its text must be: {@code text}, {@code whole number}, {@code number}, {@code
 *     true or false}, {@code time} or {@code file}
 * @param prefixes those of its IDs, the documented one first; empty if it is no ID of a path
 * @param values that the specification names; others are sent as they are. Empty if it names none
 */
public record OperationParameter(
    String name,
    boolean required,
    boolean isFile,
    String type,
    List<String> prefixes,
    List<String> values) {}

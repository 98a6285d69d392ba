package io.github.extendclient.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds each {@code x-extend-poll} for which no polling method can be generated: a poll has only
 * the ID of the run. {@link Refusals} calls it when all operations are known.
 */
final class PollRefusals {
  private static final String REMEDY =
      ", or leave x-extend-poll out: callers then poll themselves.";

  private final Map<String, Method> methods;
  private final Refusals.Faults faults;

  /**
   * Creates a check of one document.
   *
   * @param methods its operations by interface and method in Java
   * @param faults receives the faults
   */
  PollRefusals(Map<String, Method> methods, Refusals.Faults faults) {
    this.methods = methods;
    this.faults = faults;
  }

  /**
   * An operation.
   *
   * @param operation the node of the operation
   * @param path the node of its path
   */
  record Method(SpecNode operation, SpecNode path) {
    /** Returns the required arguments. */
    List<String> required() {
      List<String> required = new ArrayList<>();
      for (SpecNode holder : List.of(path, operation)) {
        for (SpecNode use : holder.items("parameters")) {
          SpecNode parameter = use.resolved();
          if (parameter != null
              && parameter.isTrue("required")
              && !parameter.isTrue("x-extend-client-header")) {
            required.add(parameter.text("name"));
          }
        }
      }
      if (operation.has("requestBody")) {
        required.add("a body");
      }
      return required;
    }

    /** Returns the schema of its JSON response; null if there is none. */
    @Nullable SpecNode response() {
      return operation.entries("responses").entrySet().stream()
          .filter(response -> response.getKey().startsWith("2"))
          .map(response -> response.getValue().resolved())
          .filter(Objects::nonNull)
          .flatMap(response -> response.entries("content").entrySet().stream())
          .filter(media -> MediaTypes.isJson(media.getKey()) && media.getValue().has("schema"))
          .map(media -> plain(media.getValue().get("schema")))
          .findFirst()
          .orElse(null);
    }

    String id() {
      return operation.text("operationId");
    }
  }

  void check() {
    methods.forEach(
        (name, create) -> {
          SpecNode poll = create.operation().get("x-extend-poll");
          if (poll != null) {
            check(create, poll, name.substring(0, name.indexOf('.') + 1));
          }
        });
  }

  private void check(Method create, SpecNode poll, String api) {
    String name = api + poll.text("retrieve");
    Method retrieve = methods.get(name);
    if (retrieve == null) {
      faults.add(poll, "retrieve names " + name + ", which does not exist: correct it" + REMEDY);
      return;
    }
    List<String> required = retrieve.required();
    if (required.size() != 1) {
      faults.add(
          poll,
          retrieve.id()
              + " requires "
              + (required.isEmpty() ? "nothing" : String.join(" and ", required))
              + ", and a poll gives it the ID of the run alone: make the rest optional"
              + REMEDY);
    }
    SpecNode run =
        poll.has("createdIn") ? property(create.response(), "createdIn", poll) : create.response();
    if (run != null) {
      property(run, "id", poll);
    }
    checkFound(create, retrieve, poll);
  }

  /** Checks that what is retrieved says whether the run goes on. */
  private void checkFound(Method create, Method retrieve, SpecNode poll) {
    SpecNode found = retrieve.response();
    if (!poll.has("response") && !Objects.equals(found, create.response())) {
      faults.add(
          poll,
          retrieve.id()
              + " returns another schema than "
              + create.id()
              + ": name it in response"
              + REMEDY);
      return;
    }
    if (poll.has("foundIn")) {
      found = property(found, "foundIn", poll);
    }
    if (found != null && !isState(found)) {
      faults.add(
          poll,
          "what "
              + retrieve.id()
              + " returns does not say whether the run goes on: list the values of its status after"
              + " which it does in x-extend-pending"
              + REMEDY);
    }
  }

  private @Nullable SpecNode property(@Nullable SpecNode schema, String fact, SpecNode poll) {
    SpecNode property = schema == null ? null : property(schema, poll.text(fact));
    if (property == null) {
      faults.add(
          poll,
          fact
              + " names the property "
              + poll.text(fact)
              + ", which the response does not have: correct it"
              + REMEDY);
    }
    return property;
  }

  private static @Nullable SpecNode property(SpecNode schema, String name) {
    SpecNode own = schema.entries("properties").get(name);
    if (own != null) {
      return plain(own);
    }
    return members(schema)
        .map(member -> property(member, name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Returns whether a schema is a state, or an object or union with a state. */
  private static boolean isState(SpecNode schema) {
    return schema.has("x-extend-pending")
        || schema.isTrue("x-extend-run")
        || members(schema).anyMatch(PollRefusals::isState)
        || schema.entries("properties").values().stream()
            .map(PollRefusals::plain)
            .filter(Objects::nonNull)
            .anyMatch(property -> property.has("x-extend-pending"));
  }

  private static Stream<SpecNode> members(SpecNode schema) {
    return Stream.of("allOf", "oneOf")
        .flatMap(list -> schema.items(list).stream())
        .map(PollRefusals::plain)
        .filter(Objects::nonNull);
  }

  /** Returns the schema that a node refers to, also through a wrapper with a description. */
  private static @Nullable SpecNode plain(@Nullable SpecNode use) {
    SpecNode schema = use == null ? null : use.resolved();
    List<SpecNode> described = schema == null ? List.of() : schema.items("allOf");
    return described.size() == 1 && !schema.has("properties") ? plain(described.get(0)) : schema;
  }
}

package io.github.extendclient.internal.id;

import static io.github.extendclient.internal.error.Exceptions.MAKER;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.id.IdPolicy;
import io.github.extendclient.internal.catalog.IdRegistry;
import io.github.extendclient.internal.catalog.IdRegistry.Taker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rejects wrong IDs, with a message that says which ones are right. */
public final class IdCheck {
  private static final int LONGEST_SHOWN = 40;

  private final IdPolicy policy;
  private final IdRegistry registry;

  /**
   * Creates a check.
   *
   * @param policy how strict the check is
   * @param registry the prefixes of all resources
   */
  public IdCheck(IdPolicy policy, IdRegistry registry) {
    this.policy = policy;
    this.registry = registry;
  }

  /**
   * Checks an ID.
   *
   * @param parameter the API's name of the parameter
   * @param prefixes the accepted prefixes; empty if the parameter accepts any
   * @param id the ID
   * @throws IdRejection if the ID is rejected
   */
  void check(String parameter, List<String> prefixes, String id) {
    Flaw flaw = flawOf(prefixes, id);
    if (flaw != null) {
      throw rejection(parameter, prefixes, id, flaw, null);
    }
  }

  /**
   * Checks an ID in a body.
   *
   * @param place the path of the property
   * @param prefixes the accepted prefixes
   * @param id the ID
   * @param body the body that contains the ID
   * @throws IdRejection if the ID is rejected
   */
  void checkInBody(Object place, List<String> prefixes, String id, Object body) {
    Flaw flaw = flawOf(prefixes, id);
    if (flaw != null) {
      throw rejection(place.toString(), prefixes, id, flaw, body.getClass());
    }
  }

  private @Nullable Flaw flawOf(List<String> prefixes, String id) {
    String impossible = IdSyntax.flaw(id);
    if (impossible != null) {
      return new Flaw(impossible, null, "");
    }
    if (prefixes.isEmpty() || policy == IdPolicy.OFF) {
      return null;
    }
    String fitting = IdRegistry.longestOf(prefixes, id);
    // Every prefix ends with an underscore, so an ID without another underscore cannot have a
    // longer one. Reading the registry would make the first call load the classes of all
    // operations.
    if (fitting != null && id.indexOf('_', fitting.length()) < 0) {
      return null;
    }
    String known = registry.prefixOf(id);
    if (fitting != null && (known == null || known.length() <= fitting.length())) {
      return null;
    }
    if (known != null) {
      return new Flaw("belongs to another resource", known, "");
    }
    return policy == IdPolicy.STRICT
        ? new Flaw(
            "does not start with a known prefix",
            null,
            " If the API has changed its prefixes, set idPolicy(IdPolicy.LENIENT).")
        : null;
  }

  private static IdRejection rejection(
      String parameter, List<String> prefixes, String id, Flaw flaw, @Nullable Class<?> body) {
    return new IdRejection(
        parameter,
        prefixes,
        flaw.foreignPrefix(),
        body,
        "The "
            + parameter
            + " "
            + shown(id)
            + " "
            + flaw.text()
            + ". "
            + whatFits(prefixes)
            + flaw.wayOut());
  }

  /**
   * Returns the exception for the caller of an operation.
   *
   * @param rejection the rejected ID
   * @param httpMethod the HTTP method of the operation, to suggest methods of the same kind
   * @return an exception that, for an ID of another resource, names the methods that take it
   */
  public ExtendException explain(IdRejection rejection, String httpMethod) {
    String message = rejection.getMessage();
    String foreign = rejection.foreignPrefix;
    if (foreign != null) {
      message += whereTo(foreign, rejection.body, httpMethod);
    }
    return MAKER.idPrefix(rejection.parameter, rejection.prefixes, message + " Nothing was sent.");
  }

  private String whereTo(String prefix, @Nullable Class<?> body, String httpMethod) {
    List<String> places = body == null ? List.of() : IdConverterFactory.placesFor(body, prefix);
    if (!places.isEmpty()) {
      return " IDs that start with " + prefix + " go to " + either(places) + " of this body.";
    }
    // Suggest reads: an operation with a body seldom fits another resource.
    List<String> methods = methodsTaking(prefix, body == null ? httpMethod : "GET");
    return methods.isEmpty()
        ? " No operation of this kind takes IDs that start with " + prefix + "."
        : " IDs that start with " + prefix + " go to " + either(methods) + ".";
  }

  /** Returns the methods as users write them. */
  private List<String> methodsTaking(String prefix, String httpMethod) {
    return registry.takersOf(prefix).stream()
        .filter(taker -> taker.httpMethod().equals(httpMethod))
        .map(Taker::method)
        .distinct()
        .toList();
  }

  private static String whatFits(List<String> prefixes) {
    return prefixes.isEmpty()
        ? "Give the ID as the API returned it."
        : "IDs here start with " + either(prefixes) + ".";
  }

  private static String either(List<String> choices) {
    int last = choices.size() - 1;
    return last == 0
        ? choices.get(0)
        : String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
  }

  /**
   * Returns the value in quotes, on one line, truncated, and masked if it looks like an API key.
   */
  private static String shown(String id) {
    if (id.startsWith("sk_") || id.startsWith("wss_")) {
      return "\"" + id.substring(0, id.indexOf('_') + 1) + "…\" (a secret, not an ID)";
    }
    String cut = id.length() > LONGEST_SHOWN ? id.substring(0, LONGEST_SHOWN) + "…" : id;
    return "\"" + cut.replaceAll("\\p{Cntrl}", "?") + "\"";
  }

  /** Why an ID is wrong. */
  private record Flaw(String text, @Nullable String foreignPrefix, String wayOut) {}
}

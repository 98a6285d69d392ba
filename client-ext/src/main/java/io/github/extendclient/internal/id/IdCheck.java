package io.github.extendclient.internal.id;

import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.id.IdPolicy;
import io.github.extendclient.internal.catalog.IdRegistry;
import io.github.extendclient.internal.catalog.IdRegistry.Taker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses wrong IDs, and says what would be right. */
public final class IdCheck {
  private static final int LONGEST_SHOWN = 40;

  private final IdPolicy policy;
  private final IdRegistry registry;

  /**
   * A check under a policy.
   *
   * @param policy how strict to be
   * @param registry knows the prefixes of all resources
   */
  public IdCheck(IdPolicy policy, IdRegistry registry) {
    this.policy = policy;
    this.registry = registry;
  }

  /**
   * Accepts or refuses an ID.
   *
   * @param parameter the name of the parameter, as the API spells it
   * @param prefixes the prefixes that fit; empty if the parameter takes any
   * @param id the value
   * @throws IdRejection if it is refused
   */
  void check(String parameter, List<String> prefixes, String id) {
    Flaw flaw = flawOf(prefixes, id);
    if (flaw != null) {
      throw rejection(parameter, prefixes, id, flaw, null);
    }
  }

  /**
   * Accepts or refuses an ID in a body.
   *
   * @param place the path of the property
   * @param prefixes the prefixes that fit
   * @param id the value
   * @param body what the ID is in
   * @throws IdRejection if it is refused
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
    // Every prefix ends with an underscore, so no longer one fits an ID without another. Asking the
    // registry would make the first call wait until the classes of all operations are loaded.
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
   * The exception that the caller of an operation gets.
   *
   * @param rejection what was refused
   * @param httpMethod the HTTP method of the operation, to name the like for the other resource
   * @return with the methods that take the ID, if it is another resource's
   */
  public IdPrefixException explain(IdRejection rejection, String httpMethod) {
    String message = rejection.getMessage();
    String foreign = rejection.foreignPrefix;
    if (foreign != null) {
      message += whereTo(foreign, rejection.body, httpMethod);
    }
    return new IdPrefixException(
        rejection.parameter, rejection.prefixes, message + " Nothing was sent.");
  }

  private String whereTo(String prefix, @Nullable Class<?> body, String httpMethod) {
    List<String> places = body == null ? List.of() : IdConverterFactory.placesFor(body, prefix);
    if (!places.isEmpty()) {
      return " IDs that start with " + prefix + " go to " + either(places) + " of this body.";
    }
    // The message names the read: an operation with a body seldom suits another resource.
    List<String> methods = methodsTaking(prefix, body == null ? httpMethod : "GET");
    return methods.isEmpty()
        ? " No operation of this kind takes IDs that start with " + prefix + "."
        : " IDs that start with " + prefix + " go to " + either(methods) + ".";
  }

  /** As a user writes them. */
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

  /** The value in quotes, on one line, cut, and masked if it is a key that was pasted here. */
  private static String shown(String id) {
    if (id.startsWith("sk_") || id.startsWith("wss_")) {
      return "\"" + id.substring(0, id.indexOf('_') + 1) + "…\" (a secret, not an ID)";
    }
    String cut = id.length() > LONGEST_SHOWN ? id.substring(0, LONGEST_SHOWN) + "…" : id;
    return "\"" + cut.replaceAll("\\p{Cntrl}", "?") + "\"";
  }

  /** What is wrong with an ID. */
  private record Flaw(String text, @Nullable String foreignPrefix, String wayOut) {}
}

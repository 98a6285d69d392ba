package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.RUNTIME;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Generates the methods that wait for a run to end: after its creation, or by its ID. */
final class PollForms {
  private final Map<?, ?> facts;
  private final OperationView create;
  private final Imports imports;
  private final String type;
  private final String future;
  private final String pending;
  private final String retrieve;

  PollForms(Map<?, ?> facts, OperationView create) {
    this.facts = facts;
    this.create = create;
    this.imports = create.file().imports();
    String response = fact("response");
    JavaType created = create.response();
    String owner = created.name().substring(0, created.name().lastIndexOf('.') + 1);
    JavaType run = response == null ? created : JavaType.of(owner + response);
    this.type = run.in(imports);
    this.future = JavaType.of("java.util.concurrent.CompletableFuture", run).in(imports);
    String foundIn = fact("foundIn");
    this.pending =
        foundIn == null
            ? imports.use(RUNTIME + "RunState") + "::isPending"
            : "found -> found." + getter(foundIn) + ".isPending()";
    this.retrieve = String.valueOf(facts.get("retrieve"));
  }

  private @Nullable String fact(String name) {
    Object fact = facts.get(name);
    return fact == null ? null : fact.toString();
  }

  private static String getter(String property) {
    return "get" + Literals.capitalized(property) + "()";
  }

  /**
   * The methods that create a run and wait for it.
   *
   * @param arguments of the creation
   */
  List<MethodView> afterCreation(List<Argument> arguments) {
    String createdIn = fact("createdIn");
    String id =
        (createdIn == null ? "" : "." + getter(createdIn))
            + "."
            + getter(String.valueOf(facts.get("id")));
    String values = arguments.stream().map(Argument::name).collect(Collectors.joining(", "));
    String created = create.method() + "(" + values + ")";
    String later = create.method() + "Async(" + values + ")";
    return List.of(
        method(
            create.summary() + ", and wait for the run to end.",
            arguments,
            create.method() + "AndPoll",
            List.of(created + id, "this::" + retrieve, pending),
            "poll"),
        async(
            create.summary() + ", and wait for the run to end without blocking a thread.",
            arguments,
            create.method() + "AndPollAsync",
            List.of(later, "created -> created" + id, "this::" + retrieve + "Async", pending),
            "pollOnceCreated"));
  }

  /** The methods that wait for a run by its ID. */
  List<MethodView> byId() {
    Argument run = Argument.sent("", imports.use("java.lang.String"), "id", "ID of the run");
    String poll = "poll" + retrieve.replaceFirst("^retrieve|^get", "");
    return List.of(
        method(
            "Wait for a run to end.",
            List.of(run),
            poll,
            List.of("id", "this::" + retrieve, pending),
            "poll"),
        async(
            "Wait for a run to end without blocking a thread.",
            List.of(run),
            poll + "Async",
            List.of("id", "this::" + retrieve + "Async", pending),
            "pollAsync"));
  }

  private MethodView method(
      String summary, List<Argument> arguments, String name, List<String> values, String called) {
    return view(
        summary,
        arguments,
        type + " " + name,
        values,
        called,
        "the run in a terminal state, possibly failed");
  }

  private MethodView async(
      String summary, List<Argument> arguments, String name, List<String> values, String called) {
    return view(
        summary,
        arguments,
        future + " " + name,
        values,
        called,
        "a future of the run in a terminal state, possibly failed; cancelling it ends the"
            + " wait");
  }

  private MethodView view(
      String summary,
      List<Argument> arguments,
      String head,
      List<String> values,
      String called,
      String returned) {
    Javadoc doc = new Javadoc(create.file().markdown()).text(summary);
    arguments.forEach(argument -> doc.tag("param", argument.name() + " " + argument.doc()));
    doc.tag("param", "poller sets the interval and the timeout");
    doc.tag("return", returned).deprecatedIf(create.isDeprecated());
    List<String> declarations =
        new ArrayList<>(
            arguments.stream()
                .map(argument -> argument.withoutAnnotations().declaration())
                .toList());
    declarations.add(imports.use(RUNTIME + "RunPoller") + " poller");
    return new MethodView(
        doc.at(2),
        create.isDeprecated() ? List.of("@Deprecated") : List.of(),
        Layout.call(2, "default " + head + "(", declarations, ")"),
        List.of(Layout.call(4, "return poller." + called + "(", values, ");")));
  }
}

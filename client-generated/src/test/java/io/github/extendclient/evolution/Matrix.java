package io.github.extendclient.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.squareup.moshi.JsonAdapter;
import io.github.extendclient.contract.Documents;
import io.github.extendclient.contract.Offline;
import io.github.extendclient.spec.evolution.Patch;
import io.github.extendclient.surface.ApiFile;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A client generated before a change, a program that uses all of it, and both after the change. */
final class Matrix {
  static final String PACKAGE = "io.github.extendclient.papers";

  private static final int DOCUMENTS = 3;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Without regard to its type in Jackson: 903.0 is 903. */
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  private final Path folder;
  private final JsonNode document;
  private final Client before;
  private final String consumer;
  private final Map<String, byte[]> consumerClasses;

  /** A generated client. */
  private record Client(JsonNode document, Map<String, byte[]> classes, List<String> api) {}

  /**
   * What a patch did.
   *
   * @param gone lines of api.txt that are no longer true
   * @param added lines of api.txt that are new
   * @param errors of javac, for the existing program
   * @param fails what that program says that was compiled before
   * @param binary what japicmp says
   * @param documents of the one client that the other does not read or write as they are
   */
  record Outcome(
      List<String> gone,
      int added,
      List<String> errors,
      List<String> fails,
      List<String> binary,
      List<String> documents) {}

  Matrix(JsonNode document, Path folder) throws IOException {
    this.folder = folder;
    this.document = document;
    Map<String, String> sources = sources(document, "before");
    before = client(document, Compilation.of(sources).classes());
    consumer = ConsumerSource.of(new Program(before.classes), PACKAGE);
    sources.put(ConsumerSource.NAME, consumer);
    Compilation all = Compilation.of(sources);
    if (!all.errors().isEmpty()) {
      throw new AssertionError("The consumer does not compile: " + all.errors());
    }
    consumerClasses = new HashMap<>(all.classes());
    consumerClasses.keySet().retainAll(Set.of(ConsumerSource.NAME));
    List<String> failures = run(before, before.document);
    if (!failures.isEmpty()) {
      throw new AssertionError("The consumer fails before any change: " + failures);
    }
  }

  Outcome outcome(Patch patch) throws IOException {
    JsonNode changed = patch.applyTo(document);
    Map<String, String> sources = sources(changed, patch.name().replaceAll("[^A-Za-z]", "-"));
    Map<String, String> withConsumer = new HashMap<>(sources);
    withConsumer.put(ConsumerSource.NAME, consumer);
    Compilation compiled = Compilation.of(withConsumer);
    List<String> errors = compiled.errors();
    if (!errors.isEmpty()) {
      compiled = Compilation.of(sources);
    }
    if (!compiled.errors().isEmpty()) {
      throw new AssertionError(patch.name() + " does not compile: " + compiled.errors());
    }
    Map<String, byte[]> classes = new HashMap<>(compiled.classes());
    classes.remove(ConsumerSource.NAME);
    Client after = client(changed, classes);
    Set<String> added = ApiFile.gone(after.api, before.api);
    List<String> documents = new ArrayList<>();
    exchange(before, after.document, "old client", documents);
    exchange(after, before.document, "new client", documents);
    return new Outcome(
        ApiFile.gone(before.api, after.api).stream().map(Matrix::shortened).toList(),
        added.size(),
        errors,
        run(after, before.document),
        Binary.breaks(before.classes, after.classes),
        documents);
  }

  private Map<String, String> sources(JsonNode document, String name) throws IOException {
    return Generation.sources(document, PACKAGE, folder.resolve(name));
  }

  private static Client client(JsonNode document, Map<String, byte[]> classes) {
    return new Client(document, classes, ApiFile.text(new Program(classes).all()));
  }

  private static String shortened(String line) {
    return line.replace(PACKAGE + ".model.", "").replace(PACKAGE + ".api.", "");
  }

  /** Runs the earlier program, with the earlier documents, on a client. */
  private List<String> run(Client client, JsonNode written) throws IOException {
    Program program = Program.of(client.classes, consumerClasses);
    Class<?> consumerClass = program.load(ConsumerSource.NAME);
    Set<String> failures = new TreeSet<>();
    for (Method method : consumerClass.getDeclaredMethods()) {
      String schema = method.getName().substring(4);
      try {
        if (method.getName().startsWith("call")) {
          Offline offline = new Offline(models(program));
          method.invoke(null, offline.create(method.getParameterTypes()[0]));
        } else if (method.getName().startsWith("read")) {
          for (JsonNode drawn : documents(written, schema)) {
            method.invoke(null, drawn.toString());
          }
        }
      } catch (InvocationTargetException e) {
        Throwable cause = e.getCause();
        failures.add(
            cause instanceof LinkageError
                ? cause.getClass().getSimpleName()
                : String.valueOf(cause.getMessage()));
      } catch (ReflectiveOperationException | LinkageError e) {
        failures.add(e.getClass().getSimpleName());
      }
    }
    return List.copyOf(failures);
  }

  private static JsonAdapter.Factory models(Program program) throws ReflectiveOperationException {
    return (JsonAdapter.Factory)
        program.load(PACKAGE + ".model.ModelJsonAdapterFactory").getConstructor().newInstance();
  }

  /** Documents of one version, read and written by the client of another, stay the same. */
  private static void exchange(
      Client client, JsonNode written, String reader, List<String> differences) throws IOException {
    Program program = new Program(client.classes);
    for (Class<?> model : program.models(PACKAGE)) {
      if (written.at("/components/schemas/" + model.getSimpleName()).isMissingNode()) {
        continue;
      }
      for (JsonNode drawn : documents(written, model.getSimpleName())) {
        JsonNode back = roundTrip(model, drawn);
        if (!drawn.equals(BY_VALUE, back)) {
          differences.add(reader + ": " + model.getSimpleName() + " " + drawn + " -> " + back);
        }
      }
    }
  }

  private static JsonNode roundTrip(Class<?> model, JsonNode drawn) throws IOException {
    if (Arrays.stream(model.getMethods()).noneMatch(m -> m.getName().equals("fromJson"))) {
      return drawn;
    }
    try {
      Object read = model.getMethod("fromJson", String.class).invoke(null, drawn.toString());
      return JSON.readTree((String) read.getClass().getMethod("toJson").invoke(read));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(model.getName(), e);
    }
  }

  private static List<JsonNode> documents(JsonNode written, String schema) throws IOException {
    JsonNode found = written.at("/components/schemas/" + schema);
    if (found.isMissingNode()) {
      return List.of(JSON.createObjectNode());
    }
    Documents documents = new Documents(written, 1);
    List<JsonNode> drawn = new ArrayList<>();
    while (drawn.size() < DOCUMENTS) {
      JsonNode document = documents.draw(found);
      // Null is a value of properties, not a document.
      if (!document.isNull()) {
        drawn.add(JSON.readTree(document.toString()));
      }
    }
    return drawn;
  }
}

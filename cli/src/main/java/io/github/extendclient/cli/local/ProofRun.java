package io.github.extendclient.cli.local;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.Poller;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.documents.Proof;
import io.github.extendclient.v20260209.model.ClassifyRun;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.FileSummary;
import io.github.extendclient.v20260209.model.FormDetectionRun;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import io.github.extendclient.v20260209.model.SplitRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run that can be shown in a proof. */
final class ProofRun {
  private static final Duration LONGEST_PARSE = Duration.ofMinutes(30);

  private static final Map<String, BiFunction<ExtendClient, String, ProofRun>> READERS =
      Map.of(
          "pr", (extend, id) -> of(extend.parseRuns().retrieve(id)),
          "exr", (extend, id) -> of(extend.extractRuns().retrieve(id)),
          "clr", (extend, id) -> of(extend.classifyRuns().retrieve(id)),
          "splr", (extend, id) -> of(extend.splitRuns().retrieve(id)),
          "sgr", (extend, id) -> of(extend.formDetectionRuns().retrieve(id)));

  private final Consumer<Proof.Builder> adding;
  private final @Nullable String fileId;

  private ProofRun(Consumer<Proof.Builder> adding, @Nullable String fileId) {
    this.adding = adding;
    this.fileId = fileId;
  }

  /** Reads the run of an ID. */
  static ProofRun read(ExtendClient extend, String id) {
    BiFunction<ExtendClient, String, ProofRun> reader = READERS.get(id.replaceAll("_.*", ""));
    if (reader == null) {
      throw CommandFailure.usage(
          "\""
              + id
              + "\" is neither a file nor the ID of a parse, extract, classify, split or form"
              + " detection run.");
    }
    return reader.apply(extend, id);
  }

  /** Uploads and parses a file. */
  static ProofRun parsed(ExtendClient extend, Path file) {
    String uploaded = extend.files().upload(file).getId();
    ParseRunCreateRequest request =
        ParseRunCreateRequest.builder().file(FileFromId.builder().id(uploaded).build()).build();
    return of(extend.parseRuns().createAndPoll(request, Poller.upTo(LONGEST_PARSE)));
  }

  void addTo(Proof.Builder proof) {
    adding.accept(proof);
  }

  /** The file that the run read; null if the run does not name it. */
  @Nullable String fileId() {
    return fileId;
  }

  private static ProofRun of(ParseRun run) {
    return new ProofRun(proof -> proof.add(run), idOf(run.getFile()));
  }

  private static ProofRun of(ExtractRun run) {
    return new ProofRun(proof -> proof.add(run), idOf(run.getFile()));
  }

  private static ProofRun of(ClassifyRun run) {
    return new ProofRun(proof -> proof.add(run), idOf(run.getFile()));
  }

  private static ProofRun of(SplitRun run) {
    return new ProofRun(proof -> proof.add(run), idOf(run.getFile()));
  }

  private static ProofRun of(FormDetectionRun run) {
    return new ProofRun(proof -> proof.add(run), idOf(run.getFile()));
  }

  private static @Nullable String idOf(@Nullable FileSummary file) {
    return file == null ? null : file.getId();
  }
}

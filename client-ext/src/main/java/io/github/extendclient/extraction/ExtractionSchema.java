package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ExtractAdvancedOptions;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.ExtractOutput;
import io.github.extendclient.v20260209.model.ExtractOutputJson;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.FieldMetadata;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of a record, for the API to fill, and the way back from what it found.
 *
 * <pre>{@code
 * record Invoice(
 *     @Description("Printed at the top right") @Nullable String invoiceNumber,
 *     @Nullable LocalDate dueDate,
 *     @Nullable CurrencyAmount total,
 *     List<Line> lines) {}
 *
 * record Line(@Nullable String description, @Nullable BigDecimal price) {}
 *
 * static final ExtractionSchema<Invoice> INVOICE = ExtractionSchema.of(Invoice.class);
 *
 * ExtractRunCreateRequest request =
 *     ExtractRunCreateRequest.builder().file(file).config(INVOICE.config().build()).build();
 * ExtractRun run = extend.extractRuns().createAndPoll(request, poller);
 * Extracted<Invoice> extracted = INVOICE.read(run);
 * }</pre>
 *
 * <p>A component may be a {@code String}, {@code Integer}, {@code Long}, {@code Double}, {@code
 * BigDecimal}, {@code Boolean}, {@link java.time.LocalDate}, {@link CurrencyAmount}, {@link
 * Signature}, an enum, another record, or a {@code List} of these except of enums and lists.
 * Records nest up to five deep, each {@link CurrencyAmount} and {@link Signature} counted.
 * Everything else is refused when the schema is made. Only {@code BigDecimal} keeps all digits of a
 * number.
 *
 * <p>Whatever the document says, any single value may come back as null, so declare components as
 * nullable and let the record's constructor take null; primitive types are refused. Lists are never
 * null.
 *
 * <p>Names in JSON follow from those in Java, {@code invoiceNumber} becoming {@code
 * invoice_number}, or from {@link Name}. The order of keys is the order of components, so that the
 * same record gives the same text each time.
 *
 * <p>Records are read and made by reflection. In a module, a record must be public in an exported
 * package, or its package open: {@code opens com.acme.documents;}.
 *
 * <p>Immutable and thread-safe. Making one is cheap, but is best done once, in a constant, so that
 * a record that does not fit is found out at the start.
 *
 * @param <T> the record
 * @see <a href="https://docs.extend.ai/extraction/schema">Extraction schema</a>
 */
public final class ExtractionSchema<T extends Record> {
  private final Class<T> type;
  private final RecordShape shape;
  private final JsonValue json;

  private ExtractionSchema(Class<T> type) {
    this.type = type;
    this.shape = ShapeReader.read(type);
    this.json = JsonValue.of(shape.property(null));
  }

  /**
   * The schema of a record.
   *
   * @param <T> the record
   * @param type the class of the record
   * @return the schema
   * @throws UnsupportedRecordException if the API has no schema for such a record, naming the
   *     component and what to declare in its place
   */
  public static <T extends Record> ExtractionSchema<T> of(Class<T> type) {
    return new ExtractionSchema<>(Objects.requireNonNull(type, "type"));
  }

  /**
   * The schema as the API takes it, for every place where a configuration has one, in both API
   * versions.
   *
   * @return unmodifiable
   */
  public Map<String, JsonValue> json() {
    return json.asObject();
  }

  /**
   * A configuration with this schema that asks for citations, without which the API gives neither
   * citations nor confidence. They take time: {@code advancedOptions(null)} does without. Advanced
   * options of one's own take the place of these, and have to ask for citations themselves.
   *
   * @return a builder of its own for each call
   */
  public ExtractConfigJson.Builder config() {
    return ExtractConfigJson.builder()
        .schema(json())
        .advancedOptions(ExtractAdvancedOptions.builder().citationsEnabled(true).build());
  }

  /**
   * What a run extracted, a reviewer's corrections included.
   *
   * @param run a run that is {@code PROCESSED}, made with this schema or with a saved extractor
   *     that has the same
   * @return the record with confidence and citations
   * @throws ExtractionReadException if the run has no output, or one of another shape; {@link
   *     #readLenient(ExtractRun)} reads the latter too
   */
  public Extracted<T> read(ExtractRun run) {
    return readStrict(output(run), origin(run));
  }

  /**
   * What an output says, such as the one before a review, {@link ExtractRun#getInitialOutput()}.
   * Properties that the record does not have are passed over, and those that are missing read as
   * null.
   *
   * @param output made with this schema
   * @return the record with confidence and citations
   * @throws ExtractionReadException if the output has another shape, or shares no property with the
   *     record
   */
  public Extracted<T> read(ExtractOutput output) {
    return readStrict(output, "the output");
  }

  /**
   * What a run extracted, as far as it fits the record. A value that does not fit is null, a list
   * that is none is empty, an item that is null or does not fit is left out, and each of them is in
   * {@link Extracted#problems()} with its JSON. Text that spells a number, such as {@code "3.50"},
   * is read as that number where a number is expected, and is listed too.
   *
   * <pre>{@code
   * Extracted<Invoice> extracted = INVOICE.readLenient(run);
   * if (!extracted.problems().isEmpty()) {
   *   review(run, extracted.problems());
   * }
   * }</pre>
   *
   * @param run a run that is {@code PROCESSED}, made with this schema or with a saved extractor
   *     that has the same
   * @return the record with confidence, citations and problems; without problems, the same as
   *     {@link #read(ExtractRun)} gives
   * @throws ExtractionReadException if the run has no output, one without a JSON Schema, or one
   *     that shares no property with the record, or if the constructor of the record itself throws
   */
  public Extracted<T> readLenient(ExtractRun run) {
    return readLenient(output(run), origin(run));
  }

  /**
   * What an output says, as far as it fits the record.
   *
   * @param output made with this schema
   * @return the record with confidence, citations and problems
   * @throws ExtractionReadException if the output was made without a JSON Schema or shares no
   *     property with the record, or if the constructor of the record itself throws
   * @see #readLenient(ExtractRun)
   */
  public Extracted<T> readLenient(ExtractOutput output) {
    return readLenient(output, "the output");
  }

  /**
   * The record of a value without metadata, such as that of an output of the API version 2025-04-21
   * or of an evaluation set.
   *
   * @param value made with this schema
   * @return the record
   * @throws ExtractionReadException if the value has another shape, or shares no property with the
   *     record
   */
  public T decode(Map<String, JsonValue> value) {
    return decode(root(value, "the value"), Mismatches.REFUSED);
  }

  /**
   * The record of a value without metadata, as far as it fits.
   *
   * @param value made with this schema
   * @return the record with problems, without confidence and citations
   * @throws ExtractionReadException if the value shares no property with the record, or if the
   *     constructor of the record itself throws
   * @see #readLenient(ExtractRun)
   */
  public Extracted<T> decodeLenient(Map<String, JsonValue> value) {
    return readLenient(root(value, "the value"), Map.of());
  }

  private Extracted<T> readStrict(ExtractOutput output, String origin) {
    ExtractOutputJson typed = typed(output, origin);
    ValueNode root = root(typed.getValue(), origin);
    T value = decode(root, Mismatches.REFUSED);
    return new Extracted<>(value, root, typed.getMetadata(), List.of());
  }

  private Extracted<T> readLenient(ExtractOutput output, String origin) {
    ExtractOutputJson typed = typed(output, origin);
    return readLenient(root(typed.getValue(), origin), typed.getMetadata());
  }

  private Extracted<T> readLenient(ValueNode root, Map<String, FieldMetadata> metadata) {
    Mismatches.Listed listed = new Mismatches.Listed();
    T value = decode(root, mismatch -> note(mismatch, root, listed));
    return new Extracted<>(value, root, metadata, listed.problems());
  }

  /** Without the root there is no record to give, so that its mismatch is refused. */
  private static @Nullable Object note(Mismatch mismatch, ValueNode root, Mismatches listed) {
    return (mismatch.path().equals(root.path()) ? Mismatches.REFUSED : listed).note(mismatch);
  }

  private T decode(ValueNode root, Mismatches mismatches) {
    return type.cast(Objects.requireNonNull(root.decode(mismatches)));
  }

  private ValueNode root(Map<String, JsonValue> value, String origin) {
    ValuePath path = ValuePath.root(origin);
    if (!value.isEmpty() && shape.fields().stream().noneMatch(f -> value.containsKey(f.key()))) {
      throw path.failure(
          "has no property of " + type.getName(),
          "Read an output with the schema that its run was made with.");
    }
    return new ValueNode(shape, JsonValue.of(value), path, null, null);
  }

  private static ExtractOutputJson typed(ExtractOutput output, String origin) {
    if (output instanceof ExtractOutputJson typed) {
      return typed;
    }
    throw ValuePath.root(origin)
        .failure(
            "was not made with a JSON Schema", "Move its extractor to the current configuration.");
  }

  private static ExtractOutput output(ExtractRun run) {
    ExtractOutput output = run.getOutput();
    if (output == null) {
      throw new ExtractionReadException("$", withoutOutput(run));
    }
    return output;
  }

  private static String origin(ExtractRun run) {
    return "the output of the run " + run.getId();
  }

  private static String withoutOutput(ExtractRun run) {
    String status = "The run " + run.getId() + " has no output: it is " + run.getStatus().value();
    if (run.isPending()) {
      return status + ". Wait until it has ended, as createAndPoll does.";
    }
    return run.getFailureReason() == null
        ? status + "."
        : status + " for " + run.getFailureReason() + ", " + run.getFailureMessage() + ".";
  }

  /** The schema as JSON text. */
  @Override
  public String toString() {
    return json.json();
  }
}
